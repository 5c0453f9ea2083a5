/** The report's only style sheet: screen from 360 px, paper in A4, nothing fetched. */
export const STYLES = `
:root { --ink: #1c1c1c; --quiet: #4f4f4f; --line: #c9c9c9; --paper: #ffffff; --wash: #f4f5f7; --accent: #1d3f6e; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; overflow-wrap: break-word; background: var(--paper); color: var(--ink); font: 17px/1.55 system-ui, "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; }
main, header, nav, footer { max-width: 60rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1.5rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: .4rem 0 .3rem; }
h2 { font-size: 1.4rem; line-height: 1.25; margin: 2.6rem 0 .8rem; padding-top: .6rem; border-top: 3px solid var(--accent); }
h3 { font-size: 1.1rem; margin: 1.6rem 0 .5rem; }
p { margin: .5rem 0; max-width: 46rem; }
a { color: var(--accent); }
.period { font-size: 1.1rem; color: var(--quiet); margin: 0; }
.notice { display: inline-block; margin: .8rem 0 0; padding: .45rem .8rem; border: 2px solid #8a5300; background: #fff4dd; color: #5c3700; font-weight: 600; }
.notices { list-style: none; margin: .4rem 0 0; padding: 0; color: var(--quiet); }
.quiet { color: var(--quiet); }
.small { font-size: .9em; }
nav ol { columns: 2; column-gap: 2rem; padding-left: 1.4rem; margin: .4rem 0; }
nav { margin-top: 1.2rem; }
nav h2 { border: 0; margin: 0; padding: 0; font-size: 1rem; }
.brief { list-style: none; margin: 0; padding: 0; counter-reset: brief; }
.brief > li { margin: .7rem 0; padding: .7rem .9rem; background: var(--wash); border-left: 5px solid var(--accent); max-width: 50rem; }
.brief b { display: block; color: var(--accent); }
.brief ul { margin: .3rem 0 0; padding-left: 1.2rem; }
.callout { border: 1px solid var(--line); border-left: 5px solid #8a5300; padding: .6rem .9rem; margin: .8rem 0; max-width: 50rem; }
table { border-collapse: collapse; width: 100%; margin: .8rem 0 1.2rem; font-size: .95rem; }
caption { text-align: left; font-weight: 600; padding: .3rem 0; }
th, td { text-align: left; vertical-align: top; padding: .4rem .6rem; border-bottom: 1px solid var(--line); }
thead th { border-bottom: 2px solid var(--ink); font-size: .88rem; vertical-align: bottom; }
tbody th { font-weight: 600; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
td > span > svg.bar { min-width: 9rem; }
.compact th, .compact td { padding-top: .15rem; padding-bottom: .15rem; }
.compact tbody th { font-weight: 400; }
.compact tbody:first-of-type th, .compact .group th { font-weight: 600; }
.compact .group th { padding-top: .6rem; background: var(--wash); }
.verdict { font-weight: 700; white-space: nowrap; }
svg { display: block; }
svg .track { fill: #eceef1; }
svg .threshold { stroke: #000; stroke-width: 3; }
svg .axis { stroke: #333; stroke-width: 1.5; }
svg .grid { stroke: #d9d9d9; stroke-width: 1; }
svg .step { fill: none; stroke-width: 2.6; }
svg text { font-size: 14px; fill: #1c1c1c; }
svg.definitions { position: absolute; }
svg.swatch { display: inline-block; vertical-align: -1px; margin-right: .4rem; }
.legend { list-style: none; margin: .3rem 0 .8rem; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; }
.legend .threshold-mark { display: inline-block; width: 3px; height: 1em; background: #000; vertical-align: -2px; margin: 0 .6rem 0 .4rem; }
figure { margin: .8rem 0; }
figcaption { font-weight: 600; margin-bottom: .3rem; }
dl { margin: .6rem 0; }
dt { font-weight: 700; margin-top: .7rem; }
dd { margin: .1rem 0 0; max-width: 46rem; }
code, pre { font: .86rem/1.45 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
pre { background: var(--wash); padding: .7rem .9rem; white-space: pre-wrap; }
footer { margin-top: 2.5rem; padding: 1rem 1.25rem 2.5rem; color: var(--quiet); border-top: 1px solid var(--line); }
@media screen and (max-width: 48rem) {
  body { font-size: 16px; }
  h1 { font-size: 1.5rem; }
  h2 { font-size: 1.25rem; }
  nav ol { columns: 1; }
  table, caption, tbody, tr, th, td { display: block; width: auto; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tbody tr { border: 1px solid var(--line); margin: .5rem 0; padding: .3rem .6rem; }
  th, td { border: 0; padding: .15rem 0; overflow-wrap: anywhere; }
  td { display: flex; justify-content: space-between; gap: 1rem; }
  td.number { text-align: left; }
  td::before { content: attr(data-label); color: var(--quiet); flex: 0 1 45%; }
  td > span { flex: 1 1 55%; text-align: right; min-width: 0; }
  td > span > svg.bar { min-width: 0; }
  .compact .group { border: 0; padding: 0; }
  .compact tbody th { font-weight: 600; }
  .compact td { display: inline-flex; gap: .35rem; margin-right: 1rem; }
  .compact td::before, .compact td > span { flex: none; }
}
@media print {
  @page { size: A4; margin: 14mm 12mm; }
  body { font-size: 9.5pt; line-height: 1.45; color: #000; }
  h1 { font-size: 17pt; }
  h2 { font-size: 13pt; }
  h3 { font-size: 10.5pt; margin-top: .9rem; }
  main, header, nav, footer { max-width: none; padding: 0; }
  nav { display: none; }
  h2 { break-after: avoid; margin-top: 1.4rem; }
  h3, caption, figcaption { break-after: avoid; }
  p, dd { max-width: none; }
  .brief > li, .callout { max-width: none; }
  tr, table.short, .keep, figure, .brief > li, .callout, dt, dd { break-inside: avoid; }
  dt { break-after: avoid; }
  tbody > tr:first-child { break-before: avoid; }
  .compact tbody > tr:first-child { break-before: auto; break-after: avoid; }
  thead { display: table-header-group; }
  .brief > li, .notice, pre { background: none; color: #000; }
  .quiet, caption, footer { color: #000; }
  a { color: #000; text-decoration: none; }
  table { font-size: 8.5pt; margin: .4rem 0 .8rem; }
  caption { padding: .15rem 0; }
  th, td { padding: .25rem .45rem; }
  thead th { font-size: 8pt; }
  .compact th, .compact td { padding-top: .08rem; padding-bottom: .08rem; line-height: 1.3; }
  .compact .group th { padding-top: .25rem; background: none; }
  td > span > svg.bar { min-width: 7rem; }
  svg text { font-size: 11px; }
  .page { break-before: page; }
}
`;
