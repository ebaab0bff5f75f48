/** How the matrix looks: tints by count, ink frames round the columns compared, an ink edge at the row told of. */
import {css} from 'lit';

export const matrixStyles = css`
  table {
    width: 100%;
    border-collapse: separate;
    border-spacing: 0;
    table-layout: fixed;
    font-size: 13.5px;
    line-height: 18px;
    font-variant-numeric: tabular-nums lining-nums;
  }
  th,
  td {
    padding: 0 3px;
    font-weight: 400;
    text-align: center;
    position: relative;
  }
  /* Names of one line and of two stand on one foot, so that the sizes below them are a row. */
  thead th {
    vertical-align: bottom;
  }
  th:first-child,
  td:first-child {
    width: 248px;
    padding-inline: 2px;
    text-align: start;
    left: 0;
    background: var(--ftz-surface);
  }
  .sum,
  tr > :last-child {
    width: 84px;
  }
  .areas th {
    padding: 0 4px 6px;
    text-align: start;
    color: var(--text);
    font-weight: 600;
  }
  .areas span {
    display: block;
    overflow-wrap: break-word;
    border-bottom: 2px solid var(--mark);
    padding-bottom: 3px;
  }
  .sort {
    /* The longest name of a group beside its neighbour. */
    font-size: 12.5px;
    display: grid;
    align-content: end;
    justify-items: center;
    width: 100%;
    min-height: 44px;
    text-align: center;
    overflow-wrap: break-word;
  }
  .sort > * {
    max-width: 100%;
  }
  .sort:hover,
  .name:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .corner .sort {
    justify-items: start;
    text-align: start;
    color: var(--ftz-ink-3);
  }
  .framed .sort {
    font-weight: 650;
  }
  .under {
    font-size: 12px;
    font-weight: 400;
    line-height: 16px;
    color: var(--ftz-ink-3);
  }
  .area thead [data-tone] .sort > :first-child {
    color: var(--text);
    font-weight: 600;
  }
  .choose > * {
    padding-block: 2px 5px;
    border-bottom: 1px solid var(--ftz-line);
    font-size: 12px;
    color: var(--ftz-ink-3);
  }
  .toggle::after {
    content: '';
    position: absolute;
    inset: -7px -10px;
  }
  tbody th,
  tbody td {
    height: 26.5px;
    border-bottom: 1px solid var(--ftz-line);
  }
  .name {
    display: block;
    width: 100%;
    min-height: 25px;
    line-height: 18px;
    padding: 3.5px 0 3.5px 2px;
    /* A reader's wider spacing makes a second line of it, never a name cut short. */
    overflow-wrap: break-word;
  }
  .on > *,
  .on > :first-child {
    background: var(--ftz-sunk);
  }
  .on > :first-child {
    box-shadow:
      -5px 0 var(--ftz-surface),
      -8px 0 var(--ftz-ink);
  }
  .on .name {
    font-weight: 650;
  }
  .cell {
    display: block;
    width: 100%;
    height: 21px;
    line-height: 21px;
    border-radius: 3px;
    text-align: center;
    font-weight: 600;
    position: relative;
  }
  .cell[data-count='1'] {
    background: color-mix(in srgb, var(--mark) 12%, transparent);
  }
  .cell[data-count='2'] {
    background: color-mix(in srgb, var(--mark) 27%, transparent);
  }
  .cell[data-count='3'] {
    background: color-mix(in srgb, var(--mark) 46%, transparent);
  }
  .cell[data-count='4'] {
    background: var(--text);
    color: var(--ftz-on-area);
  }
  .cell:hover,
  .cell[aria-pressed='true'] {
    box-shadow: 0 0 0 1.5px var(--ftz-ink);
  }
  .cell:focus-visible {
    box-shadow: 0 0 0 2px var(--ftz-surface);
    border-radius: 3px;
    z-index: 2;
  }
  .tally .dash {
    width: 5px;
  }
  .cell[data-count='4'] .dash {
    background: currentColor;
  }
  .dash {
    display: inline-block;
    width: 8px;
    height: 1.2px;
    vertical-align: 4px;
    background: var(--ftz-ink-3);
  }
  /* Statements, places, policies: the first is what the tint is of. */
  .tally {
    display: inline-grid;
    grid-template-columns: 1.5fr 1fr 1fr;
    width: min(100%, 66px);
    font-size: 12px;
    font-weight: 400;
  }
  .tally > * {
    text-align: center;
  }
  .tally b {
    font-size: 13.5px;
    font-weight: 650;
  }
  .total {
    display: block;
    width: 100%;
    min-height: 25px;
    text-align: center;
    border-radius: 3px;
  }
  .total:hover {
    background: var(--ftz-sunk);
  }
  .cell.lit {
    box-shadow: 0 0 0 1.5px var(--ftz-ink);
  }
  th.sum .sort {
    color: var(--ftz-ink-3);
  }
  tfoot th,
  tfoot td {
    height: 32px;
    border-top: 1.5px solid var(--ftz-ink);
  }
  tfoot th {
    color: var(--ftz-ink-3);
  }
  tfoot .sum {
    font-weight: 650;
  }
  /* The frame of a column compared is drawn piece by piece, cell by cell. */
  .framed::after {
    content: '';
    position: absolute;
    inset: -1px 0.5px;
    border: solid var(--ftz-ink);
    border-width: 0 1.5px;
    pointer-events: none;
    z-index: 1;
  }
  thead th.framed::after {
    border-top-width: 1.5px;
    border-radius: 7px 7px 0 0;
    top: 4px;
  }
  tfoot .framed::after {
    border-bottom-width: 1.5px;
    border-radius: 0 0 7px 7px;
    bottom: 0;
  }
  @media (pointer: coarse) {
    tbody th,
    tbody td {
      height: 44px;
    }
    .cell {
      height: 38px;
      line-height: 38px;
    }
    .name {
      min-height: 44px;
      padding-block: 13px;
    }
    .total {
      min-height: 44px;
      line-height: 44px;
    }
    .toggle {
      width: 36px;
      height: 36px;
      border-radius: 18px;
    }
  }
  .short {
    display: none;
  }
  /* The names of places are long, and the rows have short ones. */
  .place :is(th, td):first-child {
    width: 168px;
  }
  .place .long {
    display: none;
  }
  .place .short {
    display: inline;
  }
  @container compare (max-width: 1099.9px) {
    th:first-child,
    td:first-child {
      width: 152px;
    }
    .sum,
    tr > :last-child {
      width: 76px;
    }
    .sort {
      font-size: 13px;
    }
    .long {
      display: none;
    }
    .short {
      display: inline;
    }
  }
  @container compare (max-width: 759.9px) {
    table {
      width: max-content;
      min-width: 100%;
    }
    th:first-child,
    td:first-child {
      position: sticky;
      z-index: 3;
      width: 140px;
      padding-inline-start: 16px;
      box-shadow: 1px 0 var(--ftz-line);
    }
    th:not(:first-child),
    td:not(:first-child) {
      width: 76px;
    }
    .sum,
    tr > :last-child {
      width: 80px;
    }
    .on > :first-child {
      box-shadow:
        inset 3px 0 var(--ftz-ink),
        1px 0 var(--ftz-line);
      padding-inline-start: 16px;
    }
  }
  @media print {
    .choose {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .cell[data-count='4'],
    .toggle[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    .dash {
      background: CanvasText;
    }
  }
`;
