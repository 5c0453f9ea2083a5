import { compileSources, createSourceParser } from '@bareme/language';
import { medianTime, timeOf, type Bench, type BenchRow } from './bench.js';
import { longPolicy, LONG_POLICY_VOCABULARY } from './long-policy.js';

const LINES = 2_000;

/** The reading and the checking of a long policy: a parser that has just been made, the parser alone, then everything. */
export const checkingBench: Bench = {
    name: 'vérification',
    aim: 'une politique de 2 000 lignes vérifiée en moins d’une seconde',
    run: () => Promise.resolve(measures()),
};

function measures(): readonly BenchRow[] {
    const policy = { path: 'politique.bareme', text: longPolicy(LINES) };
    const sources = [policy, { path: 'vocabulaire.bareme', text: LONG_POLICY_VOCABULARY }];
    const { diagnostics } = compileSources(sources);
    if (diagnostics.length > 0) throw new Error(`the long policy has faults: ${diagnostics[0]?.message ?? ''}`);
    const units = policy.text.split('\n').length;
    const row = (label: string, milliseconds: number): BenchRow => ({ label, milliseconds, units, unit: 'ligne' });
    const parser = createSourceParser();
    return [
        row(
            'tout vérifier, parseur chaud',
            medianTime(5, () => void compileSources(sources, parser)),
        ),
        row(
            'dont lire le texte',
            medianTime(5, () => void parser.parse(policy)),
        ),
        row(
            'tout vérifier, parseur neuf',
            timeOf(() => void compileSources(sources)),
        ),
    ];
}
