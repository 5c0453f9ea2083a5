import { formatFrenchDate, parseDate, type Policy } from '@bareme/language/ir';
import type { DraftFile, DraftRefusal, NewPolicyRequest, NewVariantRequest, NewVersionRequest } from '../../protocol.js';
import type { Program } from '../programs.js';

type Drafted = readonly DraftFile[] | DraftRefusal;

const NAME = /^[A-Za-zÀ-ÖØ-öø-ÿŒœŸ_][A-Za-z0-9À-ÖØ-öø-ÿŒœŸ_]*$/;

/** A first version with one cotation and a ranking, that the checker finds sound. */
export function draftPolicy(program: Program | undefined, { folder, name, label, from }: NewPolicyRequest): Drafted {
    const day = parseDate(from.trim());
    if (day === undefined) return refused(`« ${from} » n’est pas une date : écrivez-la comme 01/01/2025.`);
    if (!NAME.test(name)) return refused(`« ${name} » n’est pas un nom : des lettres, des chiffres et « _ », sans espace.`);
    const project = program?.project;
    if (project?.policies.some((policy) => policy.name === name) === true) {
        return refused(`La politique « ${name} » existe déjà : la commande « Nouvelle version » en écrit une autre version.`);
    }
    const vocabulary = project?.vocabularies.find((item) => item.name === 'national') ?? project?.vocabularies[0];
    if (vocabulary === undefined) return refused('Aucun vocabulaire dans ce dossier : ajoutez d’abord le vocabulaire national.');
    const socle = program?.sources.flatMap(({ text }) => new RegExp(`^socle\\s+(\\S+).*\\butilise\\s+${vocabulary.name}\\b`, 'm').exec(text)?.[1] ?? [])[0];
    const deposit = vocabulary.vocabulary.facts.find(({ owner, role }) => owner === 'demande' && role === 'dépôt')?.name;
    const lines = [
        'barème 1',
        '',
        `politique ${name} "${quoted(label)}" version "1"`,
        `  en vigueur du ${formatFrenchDate(day)}`,
        `  utilise ${vocabulary.name}`,
        ...(socle === undefined ? [] : [`  applique socle ${socle}`]),
        '',
        '// Ce que le conseil vote : des critères, leurs points, la façon dont ils se combinent.',
        'cotation accès "Toutes les demandes", cumulables {',
        deposit === undefined
            ? '  critère premier "Premier critère" : 10 points'
            : `  critère attente "Ancienneté" : 1 point par mois révolu depuis ${deposit}, plafonné à 60 points`,
        '}',
        '',
        '// L’ordre des demandes, jusqu’à la dernière égalité.',
        'classement {',
        '  note déclarée ;',
        '  appréciation de la commission (en simulation : tirage) ;',
        '  incomplète : classée à sa note minimale',
        '}',
        '',
    ];
    const criterion = lines.findIndex((line) => line.startsWith('  critère'));
    return [{ folder, path: `policies/${asciiPath(name)}/1/politique.bareme`, text: lines.join('\n'), line: criterion }];
}

/**
 * The files of a version's folder, copied beside it under the new version: acts are carried, dates of acts yet to come are left out.
 * What the examples expect is unchanged, so that the difference is seen.
 */
export function draftVersion(program: Program | undefined, { folder, policy: name, version, newVersion, from }: NewVersionRequest): Drafted {
    const day = parseDate(from.trim());
    if (day === undefined) return refused(`« ${from} » n’est pas une date : écrivez-la comme 01/01/2025.`);
    const policy = versionOf(program, name, version);
    if (program === undefined || policy === undefined) return refused(`La version « ${version} » de « ${name} » n’est pas dans ce dossier.`);
    if (newVersion === '' || /["\n]/.test(newVersion)) return refused('Le numéro d’une version tient en quelques signes, sans guillemets.');
    if (versionOf(program, name, newVersion) !== undefined) return refused(`La version « ${newVersion} » de « ${name} » existe déjà.`);
    if (day <= policy.dates.from)
        return refused(`Une nouvelle version commence après le ${formatFrenchDate(policy.dates.from)}, début de la version ${version}.`);
    const main = policy.at[0];
    const base = main.slice(0, main.lastIndexOf('/') + 1);
    const target = base.endsWith(`/${asciiPath(version)}/`) ? base.slice(0, -asciiPath(version).length - 1) : base;
    const speaking = program.sources.filter(({ path, text }) => path.startsWith(base) && renumbered(text, policy, newVersion) !== text);
    const copied = speaking.filter(({ path }) => isOfVersion(path, policy, program)).sort((a, b) => Number(b.path === main) - Number(a.path === main));
    return copied.map(({ path, text }) => ({
        folder,
        path: `${target}${asciiPath(newVersion)}/${path.slice(base.length)}`,
        text: path === main ? asSuccessor(renumbered(text, policy, newVersion), policy, formatFrenchDate(day)) : renumbered(text, policy, newVersion),
    }));
}

/** A variant that changes nothing yet, but for the first flat number that it names. */
export function draftVariant(program: Program | undefined, { folder, policy: name, version, name: variant, label }: NewVariantRequest): Drafted {
    const policy = versionOf(program, name, version);
    if (program === undefined || policy === undefined) return refused(`La version « ${version} » de « ${name} » n’est pas dans ce dossier.`);
    if (!NAME.test(variant)) return refused(`« ${variant} » n’est pas un nom : des lettres, des chiffres et « _ », sans espace.`);
    if (program.project.variants.some((item) => item.name === name && item.version === version && item.variant?.name === variant)) {
        return refused(`La variante « ${variant} » existe déjà.`);
    }
    const main = policy.at[0];
    const territory = main.split('/').slice(0, -2).join('/');
    const example = policy.scorings.flatMap(({ group }) => group.items).find((item) => item.kind === 'criterion');
    const text = [
        'barème 1',
        '',
        `variante ${variant} "${quoted(label)}" de ${name} version "${version}" {`,
        '  // Une ligne par changement, par exemple :',
        `  // fixe ${example?.name ?? 'nom_du_critère'} : 20 points`,
        '  // retire critère nom_du_critère',
        '}',
        '',
    ].join('\n');
    return [{ folder, path: `${territory === '' ? '' : `${territory}/`}variantes/${asciiPath(variant)}.bareme`, text }];
}

/** Files about the version, its acts and its examples: not those of another version, in its folder or below, nor a variant. */
function isOfVersion(path: string, policy: Policy, { project }: Program): boolean {
    const others = project.policies.filter(({ name, version }) => name !== policy.name || version !== policy.version);
    const folders = others.map(({ at: [main] }) => main.slice(0, main.lastIndexOf('/') + 1)).filter((folder) => !policy.at[0].startsWith(folder));
    const isOther = others.some(({ at: [main] }) => main === path) || folders.some((folder) => path.startsWith(folder));
    return !isOther && !project.variants.some(({ at: [main] }) => main === path);
}

/** `version "2024.1"` after the policy's name, wherever code names it: texts and comments keep what they say. */
function renumbered(text: string, { name, version }: Policy, newVersion: string): string {
    const named = new RegExp(`(\\b(?:politique|de)\\s+${name}(?:\\s+"[^"\\n]*")?\\s+version\\s+)"${escaped(version)}"`, 'g');
    return text.replace(named, `$1"${newVersion}"`);
}

/** The header of the successor: it succeeds, starts on its day, and has none of the acts of the former one. */
function asSuccessor(text: string, { version }: Policy, from: string): string {
    const date = String.raw`(?:\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}(?:er)?\s\p{L}+\s\d{4})`;
    const clause = (words: string): RegExp => new RegExp(`,?[ \\t]*${words}\\s+${date}`, 'u');
    const bare = ['d[ée]lib[ée]r[ée]e le', 'bascule des notes le', '[ée]valuation le'].reduce((kept, words) => kept.replace(clause(words), ''), text);
    const unopined = bare.replace(new RegExp(`,?[ \\t]*avis\\s+\\S+\\s+le\\s+${date}`, 'gu'), '');
    const dated = unopined.replace(new RegExp(`,?\\s*en vigueur du\\s+${date}(\\s+au\\s+${date})?`, 'u'), `\n  en vigueur du ${from}`);
    const succession = /succ[èe]de [àa] version\s+"[^"\n]*"/;
    return succession.test(dated)
        ? dated.replace(succession, `succède à version "${version}"`)
        : dated.replace(`en vigueur du ${from}`, `en vigueur du ${from}\n  succède à version "${version}"`);
}

function versionOf(program: Program | undefined, name: string, version: string): Policy | undefined {
    return program?.project.policies.find((policy) => policy.name === name && policy.version === version);
}

function refused(reason: string): DraftRefusal {
    return { refused: reason };
}

function quoted(text: string): string {
    return text.replace(/["\n\r]/g, ' ').trim();
}

/** Folders and files have plain names, so that they travel between systems. */
function asciiPath(name: string): string {
    return name
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .replace(/œ/gi, 'oe')
        .toLowerCase()
        .replace(/[^a-z0-9.]+/g, '-');
}

function escaped(text: string): string {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
