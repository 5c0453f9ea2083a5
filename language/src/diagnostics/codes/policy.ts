import { define, oneOf, suggestion } from './definition.js';

/** BAR4xx: cotations, tiers, rankings. */
export const POLICY = {
    BAR401: define<{ subject: string; value: string }>('error', 'Trou dans un « selon »', {
        message: ({ subject, value }) => `Quand « ${subject} » vaut ${value}, aucune ligne de ce « selon » ne s’applique : la règle ne dit rien.`,
        remedy: () => 'Ajoutez la ligne qui manque, ou « sinon : … » pour tout ce qui n’est pas dit.',
    }),
    BAR402: define<{ subject: string; value: string }>('error', 'Recouvrement dans un « selon »', {
        message: ({ subject, value }) => `Quand « ${subject} » vaut ${value}, deux lignes de ce « selon » s’appliquent à la fois.`,
        remedy: () => 'Ouvrez l’une des bornes avec « moins de » ou « plus de », ou supprimez la ligne en trop.',
    }),
    BAR403: define<{ group: string; first: string; second: string; household: string }>('error', 'Critères non exclusifs', {
        message: ({ group, first, second, household }) =>
            `« ${group} » annonce « un seul » critère, mais « ${first} » et « ${second} » s’appliquent tous deux à ce ménage : ${household}.`,
        remedy: () => 'Écrivez « le plus favorable » ou « dans l’ordre », ou ajoutez à l’un des critères la condition qui l’exclut.',
    }),
    BAR404: define<{ group: string; first: string; second: string }>('error', 'Exclusivité non prouvée', {
        message: ({ group, first, second }) => `« ${group} » annonce « un seul » critère, mais rien n’établit que « ${first} » et « ${second} » s’excluent.`,
        remedy: () => 'Écrivez « le plus favorable » ou « dans l’ordre », ou simplifiez les conditions pour que leur exclusion se voie.',
    }),
    BAR405: define<{ criterion: string; fact: string }>('warning', 'Fait non renseigné non traité', {
        message: ({ criterion, fact }) => `« ${criterion} » ne dit pas ce qu’il donne quand « ${fact} » n’est pas renseigné : la note sera incomplète.`,
        remedy: () => 'Ajoutez « non renseigné : 0 point » ou « non renseigné : à compléter » selon ce que la délibération prévoit.',
    }),
    BAR406: define<{ policy: string }>('error', 'Classement absent', {
        message: ({ policy }) => `« ${policy} » ne dit pas comment classer les demandes : deux notes égales n’auraient pas d’ordre.`,
        remedy: () => 'Ajoutez « classement { note déclarée ; … ; appréciation de la commission (en simulation : tirage) ; incomplète : … } ».',
    }),
    BAR407: define<Record<never, never>>('error', 'Classement incomplet', {
        message: () =>
            'Le classement ne se termine pas par « appréciation de la commission (en simulation : tirage) » : des demandes égales resteraient sans ordre.',
        remedy: () => 'Ajoutez cette dernière clé ; le rejeu dira combien de logements elle décide.',
    }),
    BAR408: define<Record<never, never>>('error', 'Demandes incomplètes non classées', {
        message: () => 'Le classement ne dit pas où se place une demande incomplète.',
        remedy: () => 'Ajoutez « incomplète : classée à sa note minimale » (ou maximale, ou en dernier).',
    }),
    BAR409: define<{ policy: string }>('error', 'Aucune cotation', {
        message: ({ policy }) => `« ${policy} » ne contient aucune cotation : aucune demande ne peut recevoir de note.`,
        remedy: () => 'Ajoutez au moins une « cotation … pour les demandes … { … } ».',
    }),
    BAR410: define<{ first: string; second: string; household: string }>('error', 'Demande dans deux cotations', {
        message: ({ first, second, household }) => `Les cotations « ${first} » et « ${second} » s’appliquent toutes deux à une même demande : ${household}.`,
        remedy: () => 'Rendez leurs champs exclusifs : « pour les demandes de mutation » et « pour les demandes sauf mutation ».',
    }),
    BAR411: define<{ household: string }>('error', 'Demande sans cotation', {
        message: ({ household }) => `Aucune cotation ne s’applique à cette demande : ${household}. Toute demande doit recevoir une note.`,
        remedy: () => 'Élargissez le champ de l’une des cotations, ou retirez-le.',
    }),
    BAR412: define<{ name: string; missing: readonly string[] }>('warning', 'Adéquation muette', {
        message: ({ name, missing }) => `« ${name} » ne dit rien de ${oneOf(missing)} : ces logements conviendraient à toute demande.`,
        remedy: () => 'Ajoutez une ligne par valeur, même très large.',
    }),
    BAR413: define<{ name: string }>('error', 'Rôle absent du vocabulaire', {
        message: ({ name }) => `Aucun fait du vocabulaire ne porte le rôle « ${name} », dont cette clause a besoin.`,
        remedy: ({ name }) => `Ajoutez « rôle ${name} » au fait qui convient.`,
    }),
    BAR414: define<{ subject: string }>('warning', 'Diviseur qui peut être nul', {
        message: ({ subject }) => `« ${subject} » peut valoir zéro : la division n’aurait alors pas de résultat et la demande resterait à compléter.`,
        remedy: () => 'Dites ce qu’il faut comprendre dans ce cas : « , sans objet si … » ou « , non renseigné si … ».',
    }),
    BAR415: define<{ subject: string }>('warning', 'Ligne jamais atteinte', {
        message: ({ subject }) => `Aucune valeur que « ${subject} » peut prendre ne correspond à cette ligne : elle ne sert jamais.`,
        remedy: () => 'Corrigez ses bornes (la plus petite d’abord, dans les limites du fait), ou supprimez la ligne.',
    }),
    BAR416: define<{ name: string }>('warning', 'Condition jamais remplie', {
        message: ({ name }) => `Aucune demande ne peut remplir la condition de « ${name} » : ses termes se contredisent.`,
        remedy: () => 'Vérifiez les « et », les bornes et les valeurs ; sinon, supprimez cette règle, qui ne sert jamais.',
    }),
    BAR417: define<{ first: string; second?: string }>('error', 'Champs des cotations non départagés', {
        message: ({ first, second }) =>
            second === undefined
                ? `Rien n’établit que toute demande relève de l’une des cotations, à commencer par « ${first} ».`
                : `Rien n’établit qu’une même demande ne relève pas à la fois des cotations « ${first} » et « ${second} ».`,
        remedy: () => 'Décrivez leurs champs par un même fait et son contraire : « pour les demandes de mutation » et « pour les demandes sauf mutation ».',
    }),
    BAR418: define<{ name: string; nearest: readonly string[] }>('error', 'Critère exclu introuvable', {
        message: ({ name }) => `« exclusif de critère » nomme « ${name} », qui n’est pas un critère de cette cotation.`,
        remedy: ({ nearest }) => suggestion(nearest, 'Nommez un critère de la même cotation, ou retirez la mention.'),
    }),
    BAR419: define<{ name: string; first: string; second: string }>('error', 'Trajectoire en désordre', {
        message: ({ name, first, second }) => `La trajectoire de « ${name} » cite ${first} avant ${second}.`,
        remedy: () => 'Écrivez les années de la plus proche à la plus lointaine.',
    }),
    BAR420: define<{ first: string; second: string }>('warning', 'Règle en double', {
        message: ({ first, second }) => `« ${second} » répète mot pour mot la condition et l’effet de « ${first} » : la règle compterait deux fois.`,
        remedy: () => 'Supprimez l’une des deux, ou corrigez celle qui devait dire autre chose.',
    }),
    BAR421: define<{ low: string; high: string }>('error', 'Bornes d’une appréciation à l’envers', {
        message: ({ low, high }) => `La commission donnerait de ${low} à ${high} points : la première borne doit être la plus petite.`,
        remedy: () => 'Écrivez « appréciation de … à … points », de la plus petite borne à la plus grande.',
    }),
    BAR423: define<{ name: string }>('information', 'Combinaison des points non dite', {
        message: ({ name }) => `« ${name} » a plusieurs critères et ne dit pas si leurs points s’ajoutent : ils sont ajoutés.`,
        remedy: () => 'Écrivez « cumulables », « le plus favorable », « un seul » ou « dans l’ordre », comme la délibération le prévoit.',
    }),
    BAR424: define<{ name: string }>('warning', 'Critère sans point possible', {
        message: ({ name }) => `« ${name} » ne donne jamais de point, ni en plus ni en moins, à aucun ménage.`,
        remedy: () => 'Corrigez ses points ou son plafond, ou retirez-le.',
    }),
    BAR425: define<{ kind: string; name: string }>('information', 'Nom inutilisé', {
        message: ({ kind, name }) => `Aucune règle ne lit « ${name} » (${kind}).`,
        remedy: () => 'Retirez-le, ou écrivez la règle qui devait le lire.',
    }),
    BAR426: define<{ name: string; limit: 'cap' | 'floor'; reached: string }>('information', 'Limite jamais atteinte', {
        message: ({ name, limit, reached }) =>
            limit === 'cap'
                ? `Le plafond de « ${name} » ne sert jamais : sans lui, ses points vont au plus à ${reached}.`
                : `Le plancher de « ${name} » ne sert jamais : sans lui, ses points vont au moins à ${reached}.`,
        remedy: () => 'Vérifiez la limite ou les points : l’un des deux n’est peut-être pas celui de la délibération.',
    }),
    BAR427: define<{ name: string; lacks: 'reference' | 'motive' }>('warning', 'Exclusion sans texte ou sans motif', {
        message: ({ name, lacks }) =>
            lacks === 'reference'
                ? `« ${name} » écarte des demandes sans dire quel texte le permet.`
                : `« ${name} » écarte des demandes sans dire le motif que le demandeur doit recevoir.`,
        remedy: ({ lacks }) =>
            lacks === 'reference' ? 'Ajoutez « réf "…" » : l’article qui permet d’écarter ces demandes.' : 'Ajoutez « motif "…" » avant la référence.',
    }),
    BAR440: define<{ name: string; nearest: readonly string[] }>('error', 'Objectif détaillé par un fait qui ne s’y prête pas', {
        message: ({ name }) => `Un objectif se détaille par un fait du logement qui est un mot : « ${name} » n’en est pas un.`,
        remedy: ({ nearest }) =>
            nearest.length === 0
                ? 'Nommez un fait du logement de type code, texte, oui/non ou énumération, par exemple le bailleur ou la commune.'
                : `Vouliez-vous dire ${nearest.map((name) => `« ${name} »`).join(' ou ')} ?`,
    }),
    BAR441: define<{ name: string; share: boolean }>('error', 'Trajectoire d’une autre nature que son objectif', {
        message: ({ name, share }) =>
            share
                ? `L’objectif « ${name} » est une part des baux, et cette année de sa trajectoire est un nombre de baux.`
                : `L’objectif « ${name} » est un nombre de baux, et cette année de sa trajectoire est une part.`,
        remedy: ({ share }) => (share ? 'Ajoutez « % » après le nombre.' : 'Retirez « % ».'),
    }),
    BAR442: define<Record<never, never>>('error', 'Période d’un objectif en jours', {
        message: () => 'La période glissante d’un objectif se compte en mois ou en années, au moins un mois.',
        remedy: () => 'Écrivez par exemple « sur les 12 derniers mois ».',
    }),
    BAR443: define<{ name: string }>('error', 'Demandes analogues par un fait qui ne s’y prête pas', {
        message: ({ name }) =>
            `Deux demandes ne se comparent pas par « ${name} » : il faut un fait de la demande, et non une liste d’événements, un paramètre ou un fait du logement.`,
        remedy: () => 'Nommez des faits de la demande, par exemple les types acceptés et les communes demandées.',
    }),
    BAR470: define<Record<never, never>>('error', 'Effet du refus sans refus', {
        message: () => 'Le vocabulaire n’a pas ce que lit un effet du refus : une date de rôle « dépôt » et des événements datés de rôle « refus ».',
        remedy: () => 'Utilisez un vocabulaire qui déclare ces faits, par exemple « national ».',
    }),
    BAR471: define<Record<never, never>>('error', 'Suspension nulle', {
        message: () => 'Une suspension de l’ancienneté dure au moins un jour.',
        remedy: () => 'Écrivez une durée, par exemple « 12 mois », ou retirez l’effet.',
    }),
    BAR472: define<{ field: string }>('warning', 'Effet de tout refus', {
        message: ({ field }) =>
            `Cet effet ne lit pas « ${field} » : il frappe aussi le refus d’un logement inadapté, alors que seul le refus d’un logement adapté peut en avoir un (CCH R.441-2-10).`,
        remedy: ({ field }) => `Précisez les refus, par exemple « avec (${field}) ».`,
    }),
    BAR473: define<Record<never, never>>('error', 'Effet du refus qui lit le logement attribué', {
        message: () => 'Un refus passé ne dépend pas du logement à attribuer : la condition d’un effet du refus ne lit que la demande et le refus.',
        remedy: () => 'Retirez le fait du logement ou de la candidature.',
    }),
    BAR474: define<{ policy: string }>('error', 'Effets du refus absents', {
        message: ({ policy }) => `« ${policy} » n’a pas d’effet du refus à retirer.`,
        remedy: () => 'Retirez cette ligne de la variante.',
    }),
    BAR480: define<{ name: string }>('error', 'Garantie le long d’un fait qui ne grandit pas', {
        message: ({ name }) => `« ${name} » n’est ni une durée, ni un nombre de la demande : on ne peut pas dire que la note suit sa croissance.`,
        remedy: () => 'Nommez une durée déduite, par exemple l’ancienneté, ou un nombre de la demande.',
    }),
    BAR481: define<{ socle: string; day: string }>('error', 'Socle hors de vigueur', {
        message: ({ socle, day }) => `Le socle « ${socle} » n’est pas en vigueur le ${day}, jour où la politique entre en vigueur.`,
        remedy: () => 'Appliquez le socle en vigueur ce jour-là, ou corrigez les dates.',
    }),
    BAR482: define<{ name: string; nearest: readonly string[]; known: readonly string[] }>('error', 'Clauses que l’on ne reprend pas', {
        message: ({ name, known }) => `« ${name} » n’est pas de ce qu’une politique reprend d’une autre : ${known.join(', ')}.`,
        remedy: ({ nearest }) => suggestion(nearest, 'Nommez l’une de ces sortes de clauses, ou retirez la parenthèse pour tout reprendre.'),
    }),
    BAR483: define<{ chain: readonly string[] }>('error', 'Reprise en boucle', {
        message: ({ chain }) => `La politique se reprend elle-même : ${chain.join(' → ')}.`,
        remedy: () => 'Reprenez une politique qui ne dépend pas de celle-ci.',
    }),
    BAR484: define<{ policy: string; socle: string }>('warning', 'Socle non appliqué', {
        message: ({ policy, socle }) => `« ${policy} » n’applique pas le socle « ${socle} », en vigueur le jour où elle commence.`,
        remedy: ({ socle }) => `Ajoutez « applique socle ${socle} » à l’en-tête.`,
    }),
    BAR485: define<{ guarantee: string; rule: string; fact: string }>('error', 'Garantie non tenue par le texte', {
        message: ({ guarantee, rule, fact }) => `« ${rule} » lit « ${fact} », ce que la garantie « ${guarantee} » interdit à l’accès.`,
        remedy: () => 'Retirez ce fait de la condition : il peut compter dans la note, non écarter une demande.',
    }),
    BAR486: define<{ guarantee: string; broken: number; tested: number }>('error', 'Garantie non tenue', {
        message: ({ guarantee, broken, tested }) => `« ${guarantee} » n’est pas tenue pour ${broken} des ${tested} demandes vérifiées.`,
        remedy: () => 'Corrigez les points ou le classement, puis vérifiez à nouveau sur les mêmes demandes.',
    }),
    BAR487: define<{ guarantee: string; unsure: number; tested: number }>('information', 'Garantie incertaine', {
        message: ({ guarantee, unsure, tested }) =>
            `« ${guarantee} » : on ne sait pas pour ${unsure} des ${tested} demandes vérifiées, faute de faits ou parce que la note dépend du logement.`,
        remedy: () => 'Complétez les faits manquants de ces demandes.',
    }),
    BAR490: define<{ name: string; limit: 'cap' | 'floor'; points: string }>('warning', 'Plafond et plancher confondus', {
        message: ({ name, limit, points }) =>
            limit === 'cap'
                ? `« ${name} » retire des points, et son plafond de ${points} points lui en fait retirer au moins autant dès la première unité : c’est ce que dirait un plancher pris à l’envers.`
                : `« ${name} » donne des points, et son plancher de ${points} points les donne tous dès la première unité : c’est ce que dirait un plafond pris à l’envers.`,
        remedy: ({ limit, points }) =>
            limit === 'cap'
                ? `Pour qu’il ne retire jamais plus, écrivez « plancher ${points} points » : la note change, vérifiez la délibération.`
                : `Pour qu’il ne donne jamais plus, écrivez « plafonné à ${points} points » : la note change, vérifiez la délibération.`,
    }),
    BAR491: define<{ first: string; firstDay: string; second: string; secondDay: string }>('warning', 'Actes dans le désordre', {
        message: ({ first, firstDay, second, secondDay }) => `${first} (${firstDay}) vient après ${second} (${secondDay}).`,
        remedy: () => 'Corrigez la date d’après l’acte ; si elle est juste, faites relire l’acte : il ne peut pas avoir cet effet à cette date.',
    }),
    BAR492: define<{ label: string; day: string; version: string; start: string }>('warning', 'Exemple d’avant sa version', {
        message: ({ label, day, version, start }) =>
            `L’exemple « ${label} » est examiné le ${day}, alors que la version « ${version} » n’entre en vigueur que le ${start}.`,
        remedy: () => 'Corrigez la date d’examen, ou nommez la version en vigueur ce jour-là.',
    }),
    BAR493: define<{ socle: string }>('information', 'Socle que rien n’applique', {
        message: ({ socle }) => `Aucune politique n’applique le socle « ${socle} » : ses règles ne sont ni lues, ni vérifiées.`,
        remedy: ({ socle }) => `Ajoutez « applique socle ${socle} » à l’en-tête d’une politique ; sans politique, il n’y a rien à faire.`,
    }),
} as const;
