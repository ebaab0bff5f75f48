/** How the page of figures looks: plots side by side, and below them a list with a line a figure. */
import {css} from 'lit';

export const indicatorsStyles = css`
  :host {
    display: block;
    container: figures / inline-size;
  }
  h1 {
    font-size: 28px;
    line-height: 34px;
    text-wrap: balance;
  }
  .lead {
    color: var(--ftz-ink-2);
    margin-top: 4px;
    max-width: 960px;
  }
  h2 {
    font-size: 20px;
    line-height: 26px;
    margin-top: 28px;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 28px;
    margin-top: 16px;
  }
  label {
    display: inline-flex;
    flex-direction: column;
    gap: 2px;
    font-size: 12.5px;
    line-height: 17px;
    color: var(--ftz-ink-3);
  }
  select {
    height: 40px;
    padding: 0 8px;
    font-size: 15px;
    border: 1px solid var(--ftz-line-2);
    border-radius: 8px;
    background: var(--ftz-surface);
    color: var(--ftz-ink);
    max-width: 300px;
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
  .clear {
    min-height: 40px;
    text-decoration: underline;
    text-decoration-color: var(--ftz-line-2);
    text-underline-offset: 3px;
  }
  @container figures (max-width: 759.9px) {
    h1 {
      font-size: 24px;
      line-height: 29px;
    }
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
  @media (pointer: coarse) {
    select {
      height: 44px;
    }
  }
  @media (forced-colors: active) {
    .strip rect {
      fill: CanvasText;
    }
  }
  @media print {
    .choices {
      display: none;
    }
    .plots section,
    tr {
      break-inside: avoid;
    }
  }
`;
