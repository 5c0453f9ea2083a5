import type { Day } from '../../../ir/value.js';
import type { Anomaly, Dated } from '../../result.js';
import { FOREVER, type Context } from './context.js';

/** `validUntil`, unless the outcome holds for ever. */
export function validity(until: Day): Pick<Dated, 'validUntil'> {
    return until === FOREVER ? {} : { validUntil: until };
}

/** Anomalies met, each said once. */
export function distinct(anomalies: readonly Anomaly[]): readonly Anomaly[] {
    if (anomalies.length < 2) return [...anomalies];
    return anomalies.filter((one, index) => anomalies.findIndex((other) => isSame(one, other)) === index);
}

/** What an evaluation says of its own life. */
export function datedBy({ anomalies, until }: Context): Dated {
    return { anomalies: distinct(anomalies), ...validity(until) };
}

function isSame(a: Anomaly, b: Anomaly): boolean {
    return a.kind === b.kind && a.name === b.name && a.at.every((part, index) => part === b.at[index]);
}
