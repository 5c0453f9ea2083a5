import type { IntervalChart, IntervalLine, StackChart, Table } from '@bareme/language/telling';

const HEIGHT = 18;
const MIDDLE = HEIGHT / 2;

/** One interval on the axis of its chart: from least to greatest, its middle, and a mark for each threshold (the first whole, the second dashed). */
export function IntervalMark({ chart, line }: { readonly chart: IntervalChart; readonly line: IntervalLine }) {
    const { low: from, high: to } = chart.axis;
    const { low, middle, high, thresholds, quiet } = line;
    const at = (value: number): string => `${to === from ? 0 : (100 * (Math.min(Math.max(value, from), to) - from)) / (to - from)}%`;
    // Unknown leases have no middle: only the ends of such an interval mean something.
    const isCentred = low === high || thresholds.length === 0;
    return (
        <svg className="told-mark" data-quiet={quiet} width="100%" height={HEIGHT} aria-hidden="true" focusable="false">
            <line className="track" x1="0%" x2="100%" y1={MIDDLE} y2={MIDDLE} />
            {from < 0 && <line className="axis" x1={at(0)} x2={at(0)} y1={0} y2={HEIGHT} />}
            {thresholds.map((threshold, place) => (
                <line key={place} className="bound" data-far={place > 0} x1={at(threshold.at)} x2={at(threshold.at)} y1={1} y2={HEIGHT - 1} />
            ))}
            <line className="span" x1={at(low)} x2={at(high)} y1={MIDDLE} y2={MIDDLE} />
            {isCentred && <circle className="dot" cx={at(middle)} cy={MIDDLE} r={4} />}
        </svg>
    );
}

/** Bars cut in parts, each part told in the legend with its count when there is one bar. */
export function StackFigure({ chart, table }: { readonly chart: StackChart; readonly table: Table | undefined }) {
    const { title, parts, bars } = chart;
    const [only] = bars;
    return (
        <figure className="stacked">
            <figcaption className="small soft">{title}</figcaption>
            {bars.map(({ label, values, text }) => (
                <div key={label}>
                    {bars.length > 1 && <p className="small">{label}</p>}
                    <div className="stacked-bar" role="img" aria-label={text}>
                        {values.map((value, place) => (
                            <span key={place} data-part={parts[place]?.id} style={{ flexGrow: value }} />
                        ))}
                    </div>
                </div>
            ))}
            <ul>
                {parts.map(({ id, label }, place) => (
                    <li key={id}>
                        <span className="swatch" data-part={id} aria-hidden="true" />
                        {bars.length === 1 && only !== undefined && <strong>{table?.rows[0]?.cells[place + 1]?.text ?? only.values[place]} </strong>}
                        {label}
                    </li>
                ))}
            </ul>
        </figure>
    );
}
