/** The report's only style sheet: screen from 360 px, paper in A4, nothing fetched. */
export const STYLES = `
:root {
  color-scheme: light dark;
  --ink: #1c1c1c; --quiet: #4f4f4f; --line: #c9c9c9; --paper: #ffffff; --wash: #f4f5f7; --accent: #1d3f6e; --good: #0b5c3f; --bad: #9b1c1c; --doubt: #6b4a00; --alert: #8a3d00; --notice: #fff4dd; --notice-ink: #5c3700; --notice-line: #8a5300;
  --side-0: #1d3f6e; --side-1: #a8480b; --side-2: #0d6b4f; --side-3: #6b2a8c; --side-4: #7a5c00; --side-9: #5a5a5a;
  --part-0: #0d6b4f; --part-1: #7fc2a8; --part-2: #d9dde3; --part-3: #e8b48c; --part-4: #a8480b;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ink: #eceef1; --quiet: #b9bec7; --line: #4a505a; --paper: #16191e; --wash: #20252c; --accent: #9cc2f0; --good: #7fd6ae; --bad: #ff9d94; --doubt: #f0cf7a; --alert: #ffb98a; --notice: #3a2a00; --notice-ink: #ffdf9c; --notice-line: #b98a2a;
    --side-0: #9cc2f0; --side-1: #ffb27d; --side-2: #7fd6ae; --side-3: #d9b3f0; --side-4: #e6cf7a; --side-9: #b9bec7;
    --part-0: #7fd6ae; --part-1: #3f8468; --part-2: #4a505a; --part-3: #8a5a34; --part-4: #ffb27d;
  }
  svg.bar, svg.curve, svg.swatch:not(.mark) { background: #fff; border-radius: 3px; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; overflow-wrap: break-word; background: var(--paper); color: var(--ink); font: 17px/1.55 system-ui, "Segoe UI", "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; }
main, header, footer { max-width: 76rem; margin: 0 auto; padding: 0 1.25rem; }
header { padding-top: 1.5rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: .4rem 0 .3rem; }
h2 { font-size: 1.4rem; line-height: 1.25; margin: 2.6rem 0 .8rem; padding-top: .6rem; border-top: 3px solid var(--accent); }
h3 { font-size: 1.1rem; margin: 1.6rem 0 .5rem; }
p { margin: .5rem 0; max-width: 46rem; }
a { color: var(--accent); }
.period { font-size: 1.1rem; color: var(--quiet); margin: 0; }
.notice { display: inline-block; margin: .8rem 0 0; padding: .45rem .8rem; border: 2px solid var(--notice-line); background: var(--notice); color: var(--notice-ink); font-weight: 600; }
summary h2 { color: inherit; display: inline; border: 0; margin: 0; padding: 0; }
#essentiel > h2 { margin-top: 1rem; }
.detail { display: block; font-weight: 400; color: var(--quiet); font-size: .88em; }
details.notices { color: var(--quiet); font-size: .9em; }
nav details { border: 1px solid var(--line); border-radius: 4px; padding: .4rem .8rem; }
#prefecture .told-table { font-size: .84rem; line-height: 1.2; }
#prefecture .told-table th, #prefecture .told-table td { padding-top: .16rem; padding-bottom: .16rem; }
#prefecture .told-table thead th:first-child { width: 42%; }
.findings { margin: 0; padding: 0 0 0 1.4rem; max-width: none; }
.findings li { margin: .45rem 0; }
.findings b { font-weight: 600; }
.findings span { display: block; color: var(--quiet); font-size: .93em; }
.told { list-style: none; margin: .4rem 0 .8rem; padding: 0; }
.said { margin: .35rem 0; padding-left: 1.5rem; position: relative; max-width: 52rem; }
.said .sign { position: absolute; left: .2rem; }
.sign { font-weight: 700; margin-right: .3rem; }
.good .sign { color: var(--good); } .bad .sign { color: var(--bad); } .doubt .sign { color: var(--doubt); } .alert .sign { color: var(--alert); }
tr.faint th, tr.faint td { color: var(--quiet); font-weight: 400; }
svg.mark .track { stroke: var(--line); stroke-width: 1; fill: none; }
svg.mark .axis { stroke: var(--ink); stroke-width: 1; }
svg.mark .bound { stroke: var(--ink); stroke-width: 2; }
svg.mark .bound.far { stroke-dasharray: 3 2; }
svg.mark .span { stroke: currentColor; stroke-width: 5; stroke-linecap: round; }
svg.mark .dot { fill: currentColor; stroke: var(--paper); stroke-width: 1; }
svg.mark.faint { opacity: .55; }
.side-0 { color: var(--side-0); } .side-1 { color: var(--side-1); } .side-2 { color: var(--side-2); } .side-3 { color: var(--side-3); } .side-4 { color: var(--side-4); } .side-9 { color: var(--side-9); }
svg.mark rect { stroke: var(--paper); stroke-width: 1; }
.part-0 { fill: var(--part-0); } .part-1 { fill: var(--part-1); } .part-2 { fill: var(--part-2); } .part-3 { fill: var(--part-3); } .part-4 { fill: var(--part-4); }
.bar-name { margin: .5rem 0 .1rem; font-weight: 600; }
details.part { margin-top: 1.6rem; border-top: 3px solid var(--accent); }
details.part > summary { cursor: pointer; padding: .5rem 0; }
details.part > summary h2 { display: inline; border: 0; margin: 0; padding: 0; }
details.part section { border-bottom: 1px solid var(--line); padding-bottom: .8rem; }
button { font: inherit; color: inherit; background: none; border: 1px solid var(--line); border-radius: 4px; cursor: pointer; padding: .2rem .6rem; }
button.sort { font-weight: inherit; text-align: inherit; border: 0; padding: 0; border-bottom: 1px dotted var(--quiet); border-radius: 0; }
th[aria-sort="ascending"] button.sort::after { content: " ▲"; }
th[aria-sort="descending"] button.sort::after { content: " ▼"; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.search { display: flex; flex-wrap: wrap; gap: .5rem; align-items: baseline; }
.search input { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: 4px; padding: .2rem .5rem; min-width: 0; }
h4 { font-size: 1rem; margin: 1.2rem 0 .4rem; }
.quiet { color: var(--quiet); }
.small { font-size: .9em; }
nav ol { padding-left: 1.4rem; margin: .4rem 0; }
nav { margin-top: 1.2rem; }
nav h2 { border: 0; margin: 0; padding: 0; font-size: 1rem; }
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
svg.bar .track { fill: #eceef1; }
svg .threshold { stroke: #000; stroke-width: 3; }
svg.bar .axis, svg.curve .axis { stroke: #333; stroke-width: 1.5; }
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
.narrow { display: none; }
@media screen and (max-width: 48rem) {
  body { font-size: 14.5px; line-height: 1.42; }
  header { padding-top: .8rem; }
  h1 { font-size: 1.3rem; }
  h2 { font-size: 1.08rem; }
  .period { font-size: 1rem; }
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
  .told-table td.minor { display: none; }
  .told-table td, .told-table th { padding: .08rem 0; }
  .told-table tbody tr { border: 0; border-bottom: 1px solid var(--line); margin: 0; padding: .25rem 0; font-size: .88rem; line-height: 1.3; }
  .told-table td::before { flex: 1 1 auto; max-width: 55%; }
  .told-table td > span { flex: 0 1 auto; max-width: 78%; }
  .told-table td.verdict-cell { display: block; }
  .told-table td.verdict-cell::before { display: block; max-width: none; font-size: .92em; }
  .told-table td.verdict-cell > span { display: block; max-width: none; text-align: left; padding-left: .8rem; }
  .told-table td.alone::before { content: none; }
  .told-table caption .small, #qui-gagne-qui-perd tr.faint { display: none; }
  .narrow { display: block; }
  .told-table td.alone { margin-left: auto; }
  .told-table td.alone > span { max-width: none; }
  .told-table tr:has(td.alone) { display: flex; flex-wrap: wrap; column-gap: .8rem; }
  .told-table .detail { display: inline; margin-left: .4rem; }
  .search input { flex: 1 1 6rem; }
  .told-table svg.mark { display: none; }
  .told-table tr.group { border: 0; padding: .5rem 0 0; }
  .said, .findings li { font-size: .93rem; line-height: 1.35; }
  .said { padding-left: 1.1rem; }
  .said .sign { left: 0; }
  .small { line-height: 1.3; }
  .findings { padding-left: 1.1rem; }
  h2 { margin: 1.1rem 0 .5rem; padding-top: .3rem; }
  table { margin: .4rem 0 .6rem; }
  .findings li { margin: .3rem 0; }
  h3 { margin: .8rem 0 .3rem; }
  caption { padding: .15rem 0; }
  .legend { gap: .1rem 1rem; margin-bottom: .4rem; }
  .bar-name { margin-top: .25rem; }
  .compact .group { border: 0; padding: 0; }
  .compact tbody th { font-weight: 600; }
  .compact td { display: inline-flex; gap: .35rem; margin-right: 1rem; }
  .compact td::before, .compact td > span { flex: none; }
}
@media print {
  @page { size: A4; margin: 13mm 12mm 15mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } @bottom-left { content: "Barème — aide à la décision : la commission décide"; font: 8pt sans-serif; } }
  body { font-size: 9.5pt; line-height: 1.45; color: #000; }
  h1 { font-size: 17pt; }
  h2 { font-size: 13pt; }
  h3 { font-size: 10.5pt; margin-top: .9rem; }
  main, header, nav, footer { max-width: none; padding: 0; }
  nav { font-size: 8pt; }
  nav details { border: 0; padding: 0; }
  nav details::details-content, details.notices::details-content { content-visibility: visible; block-size: auto; display: block; }
  nav a { text-decoration: none; }
  .search, button.print { display: none; }
  button.sort { border: 0; }
  details.part { break-before: page; border: 0; }
  details.part::details-content { content-visibility: visible; block-size: auto; display: block; }
  details.part > summary { list-style: none; padding: 0; }
  .said { margin: .15rem 0; }
  .findings li { margin: .25rem 0; }
  tr.group { break-after: avoid; }
  tr.group + tr { break-before: avoid; }
  .findings { break-inside: avoid; }
  body.one-part header, body.one-part nav, body.one-part main > section, body.one-part details.part:not(.printed), body.one-part footer { display: none; }
  body.one-part details.part { break-before: auto; }
  h2 { break-after: avoid; margin-top: 1.4rem; }
  h3, caption, figcaption { break-after: avoid; }
  p, dd { max-width: none; }
  tr, table.short, .keep, figure, .said, dt, dd { break-inside: avoid; }
  dt { break-after: avoid; }
  tbody > tr:first-child { break-before: avoid; }
  .compact tbody > tr:first-child { break-before: auto; break-after: avoid; }
  thead { display: table-header-group; }
  .quiet, caption, footer { color: #000; }
  a { color: #000; text-decoration: none; }
  table { font-size: 8.5pt; margin: .4rem 0 .8rem; }
  caption { padding: .15rem 0; }
  th, td { padding: .25rem .45rem; }
  thead th { font-size: 8pt; }
  .compact th, .compact td { padding-top: .08rem; padding-bottom: .08rem; line-height: 1.3; }
  .compact .group th { padding-top: .25rem; background: none; }
  td > span > svg.bar { min-width: 7rem; }
  .told-table td:has(svg.mark):not(.verdict-cell) { min-width: 46mm; }
  svg text { font-size: 11px; }
  .page { break-before: page; }
}
`;

/** The SHA-256 of the style sheet, as a Content-Security-Policy names it; a test holds the two together. */
export const STYLES_SOURCE = `'sha256-tSWRWnQWvjvKGClKSfyWmBy3DfkBORypZJPn70K6m4I='`;
