import { hash } from 'node:crypto';

/** The whole style of the page. It is the same for every pack, so that one hash names it. */
export const style = `
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-left { content: "Evidence pack"; font: 8pt/1 system-ui, sans-serif; color: #4b5865; } @bottom-right { content: counter(page) " of " counter(pages); font: 8pt/1 system-ui, sans-serif; color: #4b5865; } }
:root { color-scheme: light; --ink: #17212b; --muted: #4b5865; --line: #c6cfd6; --wash: #f3f5f6; --accent: #0b3a51; --met: #0c6238; --not: #a3221c; --open: #7a4a00; }
* { box-sizing: border-box; }
html { font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Open Sans", "DejaVu Sans", sans-serif; color: var(--ink); background: #fff; }
body { max-width: 62rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.2; margin: 0; text-wrap: balance; }
h1 { font-size: 2.5rem; letter-spacing: -0.02em; }
h2 { font-size: 1.65rem; letter-spacing: -0.01em; margin: 3.5rem 0 1rem; padding-top: 0.75rem; border-top: 4px solid var(--accent); }
h3 { font-size: 1.2rem; margin: 2.25rem 0 0.75rem; }
h4 { font-size: 1rem; margin: 1.25rem 0 0.35rem; }
p { margin: 0 0 0.75rem; max-width: 46rem; }
a { color: var(--accent); }
code { font: 0.8125rem/1.4 ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", Menlo, Consolas, monospace; }
pre { margin: 0 0 1rem; padding: 0.75rem 1rem; background: var(--wash); border: 1px solid var(--line); white-space: pre-wrap; }
td, dd, li, p, code, cite { unicode-bidi: isolate; }
.kicker { margin: 0 0 0.5rem; font-weight: 600; color: var(--accent); }
.lead { font-size: 1.2rem; color: var(--muted); margin: 0.75rem 0 1.5rem; }
.answer { padding: 1rem 1.25rem; border: 1px solid var(--line); border-left: 6px solid var(--accent); font-size: 1.2rem; line-height: 1.4; max-width: none; }
.notice { padding: 0.75rem 1.25rem; border: 2px solid var(--ink); max-width: none; }
.quiet, cite { color: var(--muted); font-size: 0.875rem; font-style: normal; }
cite { display: block; }
dl { margin: 0 0 1.25rem; border-top: 1px solid var(--line); }
dl > div { display: grid; grid-template-columns: 13rem 1fr; gap: 1rem; padding: 0.4rem 0; border-bottom: 1px solid var(--line); }
dt { font-weight: 600; }
dd { margin: 0; }
ul, ol { margin: 0 0 0.75rem; padding-left: 1.4rem; }
li { margin: 0.2rem 0; max-width: 46rem; }
nav ul { columns: 2; column-gap: 2rem; list-style: none; padding: 0; }
nav li { margin: 0 0 0.4rem; break-inside: avoid; }
.day { white-space: nowrap; }
table { width: 100%; margin: 0 0 1.5rem; border-collapse: collapse; font-size: 0.9375rem; }
caption { text-align: left; font-weight: 600; padding: 0.5rem 0; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.9rem 0.4rem 0; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; overflow-wrap: normal; }
tbody th { font-weight: 600; }
tfoot th, tfoot td { font-weight: 700; border-top: 2px solid var(--ink); border-bottom: 0; }
.amount { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
table.trace, table.hashes { font-size: 0.8125rem; line-height: 1.4; }
table.trace tbody th, table.hashes tbody th { font-weight: 400; }
table.listed th:first-child { width: 3rem; }
table.trace { table-layout: fixed; }
table.hashes code { white-space: nowrap; }
table.trace th:nth-child(1) { width: 23%; }
table.trace th:nth-child(2) { width: 16%; }
table.sources td:nth-child(3) { min-width: 7rem; }
.verdict { display: inline-block; padding: 0 0.5em; border: 1.5px solid currentColor; border-radius: 3px; font-size: 0.875em; font-weight: 700; line-height: 1.5; white-space: nowrap; }
.v-met { color: var(--met); }
.v-not-met { color: var(--not); border-style: double; border-width: 3px; line-height: 1.3; }
.v-unknown { color: var(--open); border-style: dashed; }
.v-not-applicable { color: var(--muted); border-style: dotted; }
.item { margin: 0 0 1rem; padding-left: 1rem; border-left: 2px solid var(--line); }
.item h4 { margin-top: 0; }
.item .item { margin-top: 0.75rem; }
.rules > ul { padding-left: 0; list-style: none; }
.rules > ul > li { margin: 0 0 1rem; max-width: none; }
.rules > ul > li > ul { max-width: 46rem; margin-top: 0.25rem; }
@media (max-width: 40rem) { dl > div { grid-template-columns: 1fr; gap: 0; } nav ul { columns: 1; } table { display: block; overflow-x: auto; overflow-wrap: normal; } }
@media print {
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  h1 { font-size: 26pt; }
  h2 { font-size: 16pt; margin-top: 0; }
  section.new-page { break-before: page; }
  section:not(.new-page) > h2 { margin-top: 2rem; }
  h2, h3, h4, caption { break-after: avoid; }
  tr, dl > div, .answer, .notice, li:not(:has(li)), table.plain, table.listed { break-inside: avoid; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  a { color: inherit; text-decoration: none; }
  table.trace, table.hashes { font-size: 8pt; }
  code { font-size: 8pt; }
  table.hashes code { font-size: 7pt; }
}
`;

/** What a browser lets the page do: be read. The style is told by its hash. */
export const pagePolicy = `default-src 'none'; style-src 'sha256-${hash('sha256', style, 'base64')}'; base-uri 'none'; form-action 'none'`;
