import { LONG_POLICY_VOCABULARY } from './long-policy.js';

/** A policy of so many critères, drawn from a seed, without fault; its vocabulary is that of the long policy. */
export function generatedPolicy(criteria: number, seed: number): string {
    const next = draws(seed);
    const written = Array.from({ length: criteria }, (_, index) => criterion(index, next));
    const rubrics = Array.from({ length: Math.ceil(criteria / 6) }, (_, rank) => rubric(rank, written.slice(rank * 6, rank * 6 + 6)));
    return `barème 1
politique générée "Politique engendrée" version "1"
  en vigueur du 01/01/2024
  utilise long
cotation grille "Grille", cumulables {
${rubrics.join('\n')}
}
classement { note déclarée ; ancienneté la plus longue ; appréciation de la commission (en simulation : tirage) ; incomplète : classée en dernier }
`;
}

/** The vocabulary that the generated policy uses. */
export const GENERATED_VOCABULARY = LONG_POLICY_VOCABULARY;

type Next = (below: number) => number;

/** A few integers, the same for a seed on every machine. */
function draws(seed: number): Next {
    let state = (seed ^ 0x9e3779b9) >>> 0 || 1;
    return (below) => {
        state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
        return (state >>> 8) % below;
    };
}

function rubric(rank: number, criteria: readonly string[]): string {
    return `  rubrique r${rank} "Rubrique ${rank + 1}", cumulables, plafonnée à ${60 + rank} points {\n${criteria.join('\n')}\n  }`;
}

const SITUATIONS = ['sans_abri', 'hôtel', 'chez_particulier', 'chez_parents', 'locataire', 'propriétaire'];
const CONTRACTS = ['cdi', 'cdd', 'apprenti', 'retraité', 'sans_emploi'];

/** One of the six shapes that published grids hold. */
function criterion(index: number, next: Next): string {
    const points = 1 + next(30);
    const head = `    critère c${index} "Critère ${index + 1}"`;
    switch (next(6)) {
        case 0:
            return `${head} : ${points} points si situations contient ${SITUATIONS[next(SITUATIONS.length)] ?? ''} et personnes au moins ${1 + next(6)}`;
        case 1:
            return `${head} : ${points} points si contrat est ${CONTRACTS[next(CONTRACTS.length)] ?? ''} et (reconnu ou ressources moins de ${1 + next(4)} 000 € par mois)`;
        case 2:
            return `${head} : ${points} points si reste_à_vivre / personnes moins de ${200 + next(400)} € par mois`;
        case 3:
            return `${head} selon taux_effort {
      moins de ${10 + next(10)} % : 0 point ;
      sinon : ${points} points ;
      non renseigné : à compléter
    }`;
        case 4:
            return `${head} : ${points} points si commune_emploi est logement.commune et enfants au moins ${next(4)}`;
        default:
            return `${head} : ${1 + next(3)} points par mois révolu depuis dépôt, plafonné à ${20 + points} points`;
    }
}
