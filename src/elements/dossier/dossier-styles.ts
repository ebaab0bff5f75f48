/** How the printed pages look, on paper and in the preview: A4, black on white, hairlines, repeated heads of tables. */
import {css} from 'lit';
import {cssVariables, fonts, themesByName} from '../../theme/tokens.ts';

/** Sizes are in points and millimetres: this is paper. */
export const pagesStyles = css`
  :host {
    display: block;
    background: var(--ftz-surface);
    font-size: 9.5pt;
    line-height: 13pt;
  }
  .edition + .edition {
    break-before: page;
    margin-top: 20mm;
  }
  .cover {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: 4mm 8mm;
    padding-bottom: 4mm;
    border-bottom: 1.5pt solid var(--ftz-ink);
  }
  h1 {
    font-size: 22pt;
    line-height: 26pt;
    text-wrap: balance;
  }
  h2 {
    font-size: 13pt;
    line-height: 16pt;
    margin-top: 8mm;
    break-after: avoid;
  }
  .what {
    font-size: 9pt;
    color: var(--ftz-ink-2);
    margin-bottom: 2mm;
  }
  dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 1mm 5mm;
    margin-top: 4mm;
  }
  dt {
    color: var(--ftz-ink-3);
  }
  dd {
    overflow-wrap: anywhere;
  }
  .qr {
    width: 34mm;
    height: 34mm;
    fill: #000;
    background: #fff;
  }
  .read {
    margin-top: 4mm;
    columns: 2;
    column-gap: 8mm;
    font-size: 8.5pt;
    line-height: 11.5pt;
    color: var(--ftz-ink-2);
  }
  .read li {
    break-inside: avoid;
    margin-bottom: 1.5mm;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    margin-top: 2mm;
    font-size: 8.5pt;
    line-height: 11.5pt;
    font-variant-numeric: tabular-nums lining-nums;
  }
  thead {
    display: table-header-group;
  }
  tr {
    break-inside: avoid;
  }
  th,
  td {
    text-align: start;
    vertical-align: top;
    padding: 1.2mm 3mm 1.2mm 0;
    border-bottom: 0.5pt solid var(--ftz-line);
    font-weight: 400;
    overflow-wrap: break-word;
  }
  thead th {
    font-weight: 600;
    border-bottom: 0.75pt solid var(--ftz-ink);
    vertical-align: bottom;
  }
  tbody th {
    color: var(--ftz-ink-2);
  }
  .across {
    table-layout: fixed;
  }
  .across thead td {
    width: 17%;
  }
  .head th {
    padding-top: 3mm;
    font-weight: 600;
    color: var(--ftz-ink);
  }
  .head {
    break-after: avoid;
  }
  .first {
    min-width: 26mm;
    color: var(--ftz-ink);
  }
  .map {
    display: block;
    width: 100%;
    max-width: 182mm;
    height: auto;
    margin-top: 6mm;
    border: 0.5pt solid var(--ftz-line);
    break-inside: avoid;
  }
  .mark {
    color: var(--ftz-ink-3);
    font-size: 7.5pt;
  }
  .whole {
    white-space: nowrap;
  }
  thead th {
    word-break: keep-all;
  }
  th.source {
    min-width: 22mm;
  }
  .number {
    width: 8mm;
    text-align: end;
    color: var(--ftz-ink-3);
  }
  figure {
    margin: 3mm 0 5mm;
    break-inside: avoid;
  }
  figcaption {
    font-size: 7.5pt;
    line-height: 10pt;
    color: var(--ftz-ink-2);
    max-width: 150mm;
  }
  .timeline {
    display: block;
    width: 100%;
    max-width: 182mm;
    height: auto;
    font-size: 10px;
    font-variant-numeric: tabular-nums lining-nums;
    print-color-adjust: exact;
  }
  .timeline line {
    stroke: var(--ftz-line);
    stroke-width: 0.75;
  }
  .timeline text {
    fill: var(--ftz-ink-2);
  }
  .timeline .name {
    fill: var(--text);
    font-size: 11.5px;
    font-weight: 600;
  }
  .timeline .place .name {
    font-weight: 400;
    fill: var(--ftz-ink);
  }
  .timeline .event rect {
    fill: var(--text);
    stroke: var(--text);
    stroke-width: 1;
  }
  .timeline .event text {
    fill: #fff;
    font-size: 9.5px;
    font-weight: 600;
    text-anchor: middle;
  }
  .timeline .event:is(.unsourced, .planned) rect {
    fill: #fff;
  }
  .timeline .event:is(.unsourced, .planned) text {
    fill: var(--text);
  }
  .timeline .planned rect {
    stroke-dasharray: 2.2 1.6;
  }
  .timeline .place path {
    fill: var(--text);
  }
  .timeline .stage {
    fill: var(--text);
    stroke: var(--text);
    stroke-width: 0.75;
    fill-opacity: 0.22;
  }
  .timeline .stage.planned {
    fill-opacity: 0;
    stroke-dasharray: 2.2 1.6;
  }
  .timeline .stage.accepted {
    fill-opacity: 0.5;
  }
  .timeline .stage.operating {
    fill-opacity: 1;
  }
  .timeline .stage-name {
    fill: var(--ftz-ink);
    font-size: 9.5px;
  }
  .timeline .stage-name.operating {
    fill: #fff;
  }
  .sources {
    margin-top: 2mm;
    font-size: 8.5pt;
    line-height: 11.5pt;
    counter-reset: source;
  }
  .sources li {
    display: grid;
    grid-template-columns: 8mm 1fr;
    padding: 1mm 0;
    border-bottom: 0.5pt solid var(--ftz-line);
    break-inside: avoid;
  }
  .sources p {
    overflow-wrap: anywhere;
  }
  .sources .quiet {
    font-size: 7.5pt;
    line-height: 10pt;
  }
`;

/** On paper the colours are those of print whatever the page wears. */
export const paperColours = `:host{${cssVariables(themesByName.print)}}`;

/**
 * The document's own style while the pages are printed: only they are seen, and the margins of every sheet carry title and number.
 * A sheet's margins can be set by the document alone, not from within an element.
 */
export const sheetStyles = (foot: string): string => `
  @media screen { ftz-dossier-pages.printing { display: none } }
  @media print {
    html { color-scheme: light !important }
    html, body { height: auto !important; overflow: visible !important; background: #fff !important }
    body > :not(ftz-dossier-pages.printing) { display: none !important }
    @page {
      size: A4;
      margin: 15mm 14mm 17mm;
      @bottom-left { content: ${JSON.stringify(foot)}; font: 7.5pt ${fonts.sans}; color: #555 }
      @bottom-right { content: counter(page) " / " counter(pages); font: 7.5pt ${fonts.sans}; color: #555 }
    }
  }
`;
