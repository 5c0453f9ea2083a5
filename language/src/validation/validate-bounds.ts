import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { report } from '../diagnostics/report.js';
import type { DerivedFact, Parameter, Vocabulary } from '../ir/vocabulary.js';
import { compare } from '../kit/exact-number.js';
import { boundsFinding } from './quantities/bounds-finding.js';
import { place } from './checking.js';
import { describeNumber } from './describe-value.js';
import { exact, type Model } from './model.js';
import { rangeOf } from './quantities/value-range.js';

/** What is proposed or confirmed keeps the bounds declared, and a deduced fact may keep its own. */
export function validateBounds(model: Model, { parameters, derived }: Vocabulary): readonly Diagnostic[] {
    return [...parameters.flatMap(parameterFindings), ...derived.flatMap((fact) => neverInside(model, fact))];
}

function parameterFindings(parameter: Parameter): readonly Diagnostic[] {
    const { proposed, value, places, at } = parameter;
    return [
        ...(proposed === undefined ? [] : boundsFinding(parameter, proposed, place(places?.proposed ?? at))),
        ...(value === undefined ? [] : boundsFinding(parameter, value, place(places?.value ?? at))),
    ];
}

/** A formula none of whose values its bounds allow: the deduced fact would never have one. */
function neverInside(model: Model, { name, type, bounds, value, places, at }: DerivedFact): readonly Diagnostic[] {
    if (bounds === undefined || !['number', 'money', 'ratio'].includes(type.kind)) return [];
    const range = rangeOf(model, value);
    const [low, high] = [exact(bounds.low), exact(bounds.high)];
    const isAbove = range.low !== undefined && compare(range.low, high) > 0;
    const isBelow = range.high !== undefined && compare(range.high, low) < 0;
    if (!isAbove && !isBelow) return [];
    const params = { name, low: describeNumber(low, type), high: describeNumber(high, type), side: isAbove ? ('above' as const) : ('below' as const) };
    return [report('BAR335', params, place(places?.name ?? at))];
}
