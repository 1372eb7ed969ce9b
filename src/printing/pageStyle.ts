/** Looks of the printed report: A4 in portrait, also fit to be read on a screen. Nothing in it comes from a workbook. */
export const PAGE_STYLE = `
@page { size: A4 portrait; margin: 15mm 15mm 17mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #5b6770; } }
* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; color: #1c2429; background: #fff; font: 9.5pt/1.6 "Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic", "Hiragino Sans", Meiryo, "Segoe UI", sans-serif; }
html:lang(en) body { font-family: "Segoe UI", "Helvetica Neue", Arial, "Noto Sans", "Noto Sans CJK JP", "Yu Gothic", Meiryo, sans-serif; line-height: 1.5; }
main { max-width: 180mm; margin: 0 auto; }
@media screen { body { background: #eef1f3; } main { background: #fff; padding: 15mm; max-width: 210mm; margin: 8mm auto; box-shadow: 0 1px 4px #0003; } }
header { border-bottom: 1.5pt solid #1f4e5f; margin-bottom: 5mm; padding-bottom: 2mm; }
h1 { font-size: 17pt; line-height: 1.3; margin: 0; color: #1f4e5f; }
header p { margin: 1mm 0 0; overflow-wrap: anywhere; }
.subject { font-size: 11pt; font-weight: 600; }
.made, .note, figcaption, .legend { color: #4a545b; font-size: 8.5pt; }
h2 { font-size: 12pt; color: #1f4e5f; margin: 7mm 0 2mm; padding-bottom: .5mm; border-bottom: .6pt solid #b7c4cb; break-after: avoid; }
p { margin: 1.5mm 0; }
p:has(+ ul), p:has(+ table) { break-after: avoid; }
.lead { font-size: 10.5pt; font-weight: 600; }
p, li, dd, td, figcaption { overflow-wrap: anywhere; orphans: 2; widows: 2; }
ul { margin: 1.5mm 0; padding-left: 5mm; }
dl { break-inside: avoid; margin: 2mm 0; display: grid; grid-template-columns: max-content 1fr; gap: .8mm 5mm; }
dt { color: #4a545b; }
dd { margin: 0; }
dd .note { display: block; }
table { border-collapse: collapse; margin: 2mm 0 4mm; font-size: 8.5pt; line-height: 1.45; }
table.shared { width: calc(100% - 1pt); table-layout: fixed; font-size: 8pt; }
caption { text-align: left; font-weight: 600; padding: 0 0 1mm; break-after: avoid; white-space: nowrap; }
.shared caption { white-space: normal; overflow-wrap: anywhere; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
tbody tr:nth-child(-n + 2) { break-after: avoid; }
tbody tr:last-child { break-before: avoid; break-after: auto; }
th { text-align: left; font-weight: 600; color: #1f4e5f; background: #e6eff3; border: .5pt solid #b7c4cb; padding: .7mm 1.6mm; vertical-align: bottom; }
td { border: .5pt solid #b7c4cb; padding: .7mm 1.6mm; vertical-align: top; white-space: pre-line; }
th.figure { text-align: right; }
td.figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.mark { font-weight: 600; }
table:not(.shared) td.mark { white-space: nowrap; }
.shared td, .shared th { padding: .6mm 1.1mm; }
.shared td.figure { white-space: normal; overflow-wrap: anywhere; }
.finding { margin: 2.5mm 0; padding: 1.5mm 3mm 2mm; border: .5pt solid #b7c4cb; border-left: 3pt solid #5b6770; break-inside: avoid; }
.finding h3 { margin: 0; font-size: 9.5pt; overflow-wrap: anywhere; break-after: avoid; }
.finding h3 .verdict { margin-right: 2mm; white-space: nowrap; }
.finding .figures { margin: 1mm 0; display: flex; flex-wrap: wrap; gap: 0 6mm; font-variant-numeric: tabular-nums; }
.finding .figures span { white-space: nowrap; }
.finding .figures b, .finding .reason b { font-weight: 600; }
.finding .label { color: #4a545b; margin-right: 1.5mm; }
.finding p { margin: 1mm 0 0; }
.finding .reason { margin: 1mm 0 0; font-size: 9pt; }
.finding .reason ul { margin: 0; }
.disagrees { color: #8f1d1d; }
.possible { color: #7a4100; }
.explained { color: #6b5200; }
.not-checked { color: #4a545b; }
.within-rounding, .agrees { color: #1e5b2a; }
.finding.disagrees, .finding.possible, .finding.explained { color: inherit; }
.finding.disagrees { border-left-color: #b32d2d; background: #fdf3f2; }
.finding.possible { border-left-color: #c77f2e; background: #fef7ef; }
.finding.explained { border-left-color: #c9a227; background: #fffbee; }
figure { margin: 2mm 0 4mm; }
figcaption { font-weight: 600; break-after: avoid; }
.legend { display: flex; flex-wrap: wrap; gap: 0 6mm; margin: 1mm 0; break-after: avoid; }
.legend svg { width: 8mm; height: 3mm; margin-right: 1.5mm; }
.chart { display: block; width: 100%; height: auto; break-inside: avoid; }
.defs { position: absolute; width: 0; height: 0; }
`;

/** SHA-256 of {@link PAGE_STYLE} in base64, which the page's policy names: no other style is applied. A test reckons it. */
export const PAGE_STYLE_DIGEST = 'ordcbULQBmnN8Xc8PIUR29QdABmnmRoKYpjJOY55C3A=';
