import { compileSources, type SourceText } from '@bareme/language';
import { readTerritory, type DataFinding, type TableCount } from '@bareme/language/data';
import type { Diagnostic } from '@bareme/language/diagnostics';
import { ruleSetName, type Project } from '@bareme/language/ir';
import type { ReplayFinding, ReplayReport } from '@bareme/language/replay';
import { replayInSteps, type StepListener } from '@bareme/cli/replay';

/** The name under which the correspondance asks for the file, whatever the path it was read from. */
const FILE = 'lettings.csv';

/** What the file cannot tell: each is declared in the report. The pool is the lower bound of README.md: exits as recorded, no hazard. */
const MANIFEST = {
    format: 'bareme.territoire',
    version: 1,
    nom: 'Stockholm 2000–2014, logements attribués',
    synthétique: false,
    avertissements: ['Vivier en borne basse : seuls les ménages logés sont connus, sans leurs souhaits.'],
    période: { du: '2000-01-01', au: '2014-12-31' },
    fichiers: {},
    hypothèses: {
        acceptation: '1',
        refus_légitimes: '0',
        sortie_mensuelle: '0',
        suivi: '1',
        candidats_par_tour: 1,
        tours: 1,
        délai_désignation: 0,
        délai_examen: 0,
        délai_bail: 0,
        offre: 'figée',
        orientation: 'enregistré',
    },
} as const;

/** What a replay of the file gives, or why there is none. */
export type StockholmOutcome =
    | {
          readonly kind: 'done';
          readonly report: ReplayReport;
          readonly findings: readonly DataFinding[];
          readonly counts: readonly TableCount[];
          readonly approximations: readonly string[];
      }
    | { readonly kind: 'policy-refused'; readonly diagnostics: readonly Diagnostic[] }
    | { readonly kind: 'file-refused'; readonly findings: readonly DataFinding[] }
    | { readonly kind: 'replay-refused'; readonly findings: readonly ReplayFinding[] }
    | { readonly kind: 'cancelled' };

/** What to replay: the four `.bareme` files of this folder and the bytes of the lettings, as they are. */
export interface StockholmRequest {
    readonly sources: readonly SourceText[];
    readonly lettings: Uint8Array;
    readonly seed: number;
    readonly progress?: StepListener;
}

/** Replays all years in vivier mode under the rule in force and its variant. */
export async function replayStockholm({ sources, lettings, seed, progress = () => true }: StockholmRequest): Promise<StockholmOutcome> {
    const { project, diagnostics } = compileSources(sources);
    const [policy] = project.policies;
    const [mapping] = project.mappings;
    if (diagnostics.some((diagnostic) => diagnostic.severity === 'error') || policy === undefined) return { kind: 'policy-refused', diagnostics };
    const reading = readTerritory({ manifest: JSON.stringify(MANIFEST), files: new Map([[FILE, lettings]]), vocabulary: policy.vocabulary, mapping });
    const { territory, findings, counts } = reading;
    if (territory === undefined) return { kind: 'file-refused', findings };
    const outcome = await replayInSteps({ territory, ruleSets: ruleSetsOf(project), mode: 'vivier', ...territory.window, seed }, progress);
    if (outcome.kind === 'refused') return { kind: 'replay-refused', findings: outcome.findings };
    if (outcome.kind === 'cancelled') return { kind: 'cancelled' };
    return { kind: 'done', report: outcome.report, findings, counts, approximations: territory.approximations };
}

function ruleSetsOf({ policies, variants }: Project) {
    const baseline = { id: 'en-vigueur', label: 'Règle en vigueur', versions: policies };
    return [
        baseline,
        ...variants.map((variant) => ({
            id: variant.variant?.name ?? ruleSetName(variant),
            label: variant.variant?.label ?? ruleSetName(variant),
            versions: policies,
            variant,
        })),
    ];
}
