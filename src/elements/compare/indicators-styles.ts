/** How the page of figures looks: plots side by side, and below them a list with a line a figure. */
import {css} from 'lit';

export const indicatorsStyles = css`
  h2 {
    margin-top: 28px;
  }
  .plots {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 340px), 1fr));
    gap: 28px 44px;
    margin-top: 12px;
  }
  h3 {
    font-size: 15px;
    line-height: 20px;
    font-weight: 650;
  }
  .plots section {
    border-top: 1px solid var(--ftz-line);
    padding-top: 12px;
  }
  .plots section > .quiet {
    margin-bottom: 4px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 13.5px;
    line-height: 18px;
    font-variant-numeric: tabular-nums lining-nums;
  }
  .plots table {
    margin-top: 8px;
  }
  th {
    text-align: start;
    font-weight: 400;
  }
  thead th {
    color: var(--ftz-ink-3);
    font-size: 12.5px;
    padding: 0 12px 4px 0;
    vertical-align: bottom;
  }
  tbody th,
  td {
    padding: 5px 12px 5px 0;
    border-top: 1px solid var(--ftz-line);
    vertical-align: top;
  }
  tbody tr:hover,
  tr.told {
    background: var(--ftz-sunk);
  }
  .list {
    table-layout: fixed;
  }
  .list thead th {
    width: 19%;
  }
  .list thead th:first-child {
    width: 30%;
  }
  .list thead th:last-child {
    width: 13%;
  }
  .list tbody th {
    font-size: 15px;
    line-height: 20px;
  }
  .value b {
    font-weight: 650;
    white-space: nowrap;
  }
  .printed {
    display: inline-block;
    border: 1px dashed var(--ftz-ink-3);
    border-radius: 4px;
    padding: 0 6px;
    color: var(--ftz-ink-2);
    white-space: nowrap;
  }
  .why {
    display: block;
    color: var(--ftz-ink-3);
    font-size: 12.5px;
    line-height: 17px;
    max-width: 46ch;
  }
  .strip {
    display: block;
    width: 150px;
    height: 14px;
    margin-top: 2px;
    overflow: visible;
  }
  .strip line {
    stroke: var(--ftz-line-2);
  }
  .strip rect {
    fill: var(--ftz-ink);
  }
  .strip rect.period {
    opacity: 0.3;
  }
  .strip rect.doubtful {
    fill: var(--ftz-surface);
    stroke: var(--ftz-ink-3);
    stroke-dasharray: 2 1.5;
  }
  @container compare (max-width: 759.9px) {
    .list thead {
      display: none;
    }
    .list,
    .list tbody,
    .list tr,
    .list th,
    .list td {
      display: block;
    }
    .list tr {
      padding: 8px 0;
      border-top: 1px solid var(--ftz-line);
    }
    .list th,
    .list td {
      width: auto;
      padding: 0 0 2px;
      border: 0;
    }
    .strip {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .strip rect {
      fill: CanvasText;
    }
  }
  @media print {
    .plots section,
    tr {
      break-inside: avoid;
    }
  }
`;
