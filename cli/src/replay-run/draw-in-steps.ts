import { generateTerritory, type GeneratedTerritory, type GeneratorRequest } from '@bareme/language/data';
import { report } from '@bareme/language/diagnostics';
import type { RuleSetInput } from '@bareme/language/replay';
import { drawTerritory, type DrawnTerritory } from '@bareme/language/synthesis';
import { freedomNotice, UNRULED_NOTICE } from '@bareme/language/telling';
import { EXIT } from '../exit-codes.js';
import type { Host } from '../host.js';
import type { Invocation } from '../invocation.js';
import type { Progress } from '../progress.js';
import { stop, type Stop } from '../stop.js';
import { readableFindings } from '../workspace/data-diagnostics.js';
import { policyPaths } from '../workspace/load-policies.js';
import { readRules } from '../workspace/read-rules.js';
import { replayDiagnostic } from './replay-diagnostics.js';
import { ruleSetsOf } from './rule-sets.js';

/** A territory drawn. */
export interface Generated {
    readonly kind: 'generated';
    readonly territory: GeneratedTerritory;
}

type RulesToFollow = { readonly kind: 'rules'; readonly ruleSet?: RuleSetInput } | Stop;

/** The rules in force that the history is drawn from; none where no policy is given. */
export async function rulesToFollow(invocation: Invocation, host: Host): Promise<RulesToFollow> {
    if (policyPaths(invocation).length === 0) return { kind: 'rules' };
    const read = await readRules('generer', invocation, host);
    if (read.kind === 'refused') return stop(read.exit, read.diagnostics, read.texts);
    const { ruleSets, diagnostics } = ruleSetsOf({ ...read.rules, variants: [] });
    return diagnostics.length > 0 ? stop(EXIT.findings, diagnostics) : { kind: 'rules', ruleSet: ruleSets[0] };
}

interface Drawing {
    readonly rules: RuleSetInput | undefined;
    readonly host: Host;
    readonly progress: Progress;
}

/** Draws the territory, step by step where rules fill its vacancies, so that Ctrl-C is heard. */
export async function drawInSteps(request: GeneratorRequest, { rules, host, progress }: Drawing): Promise<Generated | Stop> {
    if (rules === undefined) {
        const territory = generateTerritory({ ...request, notices: [UNRULED_NOTICE] });
        await new Promise(setImmediate);
        return { kind: 'generated', territory };
    }
    const steps = drawTerritory({ ...request, rules, notices: [freedomNotice(request.model.freedom)], encode: (text) => new TextEncoder().encode(text) });
    for (let step = steps.next(); ; step = steps.next()) {
        if (step.done === true) return generatedBy(step.value);
        progress.step(step.value.done, step.value.total, 'Attributions');
        await new Promise(setImmediate);
        if (host.interrupted()) return stop(EXIT.interrupted, [report('BAR916', { signal: 'Ctrl-C' })]);
    }
}

function generatedBy(drawn: DrawnTerritory): Generated | Stop {
    switch (drawn.kind) {
        case 'drawn':
            return { kind: 'generated', territory: drawn.territory };
        case 'refused':
            return stop(EXIT.findings, drawn.findings.map(replayDiagnostic));
        case 'unreadable':
            return stop(EXIT.findings, readableFindings(drawn.findings));
    }
}
