import { nearestNames, report, type Diagnostic } from '@bareme/language/diagnostics';
import { sharedVocabulary, type Mapping } from '@bareme/language/ir';
import { EXIT, type ExitCode } from '../exit-codes.js';
import type { Host } from '../host.js';
import type { Invocation } from '../invocation.js';
import type { Texts } from '../report/located.js';
import { chooseRules, variantPaths, type ChosenRules } from './choose-rules.js';
import type { DataWords } from './load-data.js';
import { hasErrors, loadPolicies, policyPaths, rootOf, unreadExit, type LoadedPolicies } from './load-policies.js';

/** The rules that a command follows, and the words in which its data are read. */
export interface RulesRead {
    readonly kind: 'read';
    readonly loaded: LoadedPolicies;
    readonly rules: ChosenRules;
    readonly words: DataWords;
}

export type RulesReading =
    RulesRead | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[]; readonly texts: Texts; readonly exit: ExitCode };

/** Reads the policies of a command's arguments, and picks the policy, the variants and the correspondance that they name. */
export async function readRules(command: string, invocation: Invocation, host: Host): Promise<RulesReading> {
    const paths = policyPaths(invocation);
    const misuse = (diagnostics: readonly Diagnostic[]): RulesReading => ({ kind: 'refused', diagnostics, texts: new Map(), exit: EXIT.misuse });
    if (paths.length === 0) return misuse([report('BAR903', { verb: command, option: '--politique' })]);
    const root = rootOf(invocation, host);
    const request = { names: invocation.values('nom'), variants: invocation.values('variante'), root };
    const loaded = await loadPolicies([...paths, ...variantPaths(request)], root);
    if (hasErrors(loaded.diagnostics)) return { kind: 'refused', diagnostics: loaded.diagnostics, texts: loaded.texts, exit: unreadExit(loaded) };
    const choice = chooseRules(loaded, request);
    if (choice.kind === 'refused') return misuse(choice.diagnostics);
    const mapping = chooseMapping(loaded, invocation.value('correspondance'));
    if (mapping.kind === 'refused') return misuse([mapping.diagnostic]);
    return {
        kind: 'read',
        loaded,
        rules: choice.rules,
        words: { vocabulary: sharedVocabulary([...choice.rules.versions, ...choice.rules.variants]), mapping: mapping.mapping },
    };
}

type MappingChoice = { readonly kind: 'chosen'; readonly mapping?: Mapping } | { readonly kind: 'refused'; readonly diagnostic: Diagnostic };

function chooseMapping({ project }: LoadedPolicies, name: string | undefined): MappingChoice {
    if (name === undefined) return { kind: 'chosen' };
    const mapping = project.mappings.find((item) => item.name === name);
    if (mapping !== undefined) return { kind: 'chosen', mapping };
    const names = project.mappings.map((item) => item.name);
    return { kind: 'refused', diagnostic: report('BAR928', { name, nearest: nearestNames(name, names) }) };
}
