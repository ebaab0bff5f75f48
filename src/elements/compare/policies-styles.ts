/** How the policies browser looks: choices on top, one table below whose rows become blocks on a narrow page. */
import {css} from 'lit';

export const policiesStyles = css`
  .switch button {
    min-height: 38px;
    padding: 0 12px;
    font-size: 15px;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px 6px;
    margin-top: 16px;
  }
  .chips .n {
    color: var(--ftz-ink-3);
    font-size: 12.5px;
  }
  .chips [aria-pressed='true'] .n {
    color: inherit;
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    align-items: flex-end;
  }
  .changed {
    margin-top: 16px;
    padding-inline-start: 12px;
    border-inline-start: 3px solid var(--ftz-ink);
    max-width: 960px;
  }
  .changed:empty {
    display: none;
  }
  table {
    width: 100%;
    margin-top: 20px;
    border-collapse: collapse;
    font-size: 13.5px;
    line-height: 18px;
    font-variant-numeric: tabular-nums lining-nums;
  }
  th {
    text-align: start;
    font-weight: 400;
  }
  thead th {
    color: var(--ftz-ink-3);
    font-size: 12.5px;
    padding: 0 12px 6px 0;
    border-bottom: 1px solid var(--ftz-ink);
    vertical-align: bottom;
  }
  .date th {
    padding: 16px 0 6px;
    font-size: 15px;
    line-height: 20px;
    font-weight: 650;
    border-bottom: 1px solid var(--ftz-line);
  }
  .date .quiet {
    font-weight: 400;
    margin-inline-start: 8px;
  }
  .policy th,
  .policy td {
    padding: 8px 12px 8px 0;
    border-bottom: 1px solid var(--ftz-line);
    vertical-align: top;
  }
  .policy th {
    width: 44%;
    font-size: 15px;
    line-height: 20px;
  }
  .policy:hover,
  .policy[data-lit] {
    background: var(--ftz-sunk);
  }
  .policy td {
    color: var(--ftz-ink-2);
  }
  .note {
    display: block;
    margin-top: 2px;
  }
  .state {
    display: inline-flex;
    align-items: center;
    gap: 7px;
    white-space: nowrap;
    color: var(--ftz-ink);
  }
  .state::before {
    content: '';
    width: 9px;
    height: 9px;
    border: 1.5px solid var(--ftz-ink);
    border-radius: 2px;
    flex: none;
  }
  .state[data-state='in-force']::before {
    background: var(--ftz-ink);
  }
  .state[data-state='planned']::before {
    border-style: dashed;
    border-width: 1px;
  }
  .empty {
    margin-top: 28px;
    color: var(--ftz-ink-2);
  }
  @container compare (max-width: 759.9px) {
    .chips {
      flex-wrap: nowrap;
      overflow-x: auto;
      scrollbar-width: none;
      margin-inline: -16px;
      padding: 7px 16px;
      margin-top: 9px;
    }
    .chips .chip {
      flex: none;
    }
    thead {
      display: none;
    }
    table,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    .policy {
      padding: 10px 0;
      border-bottom: 1px solid var(--ftz-line);
    }
    .policy th,
    .policy td {
      width: auto;
      padding: 0 0 4px;
      border: 0;
    }
  }
  @media (pointer: coarse) {
    .switch button {
      min-width: 44px;
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .state[data-state='in-force']::before {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
  @media print {
    .chips {
      display: none;
    }
    thead {
      display: table-header-group;
    }
    .policy {
      break-inside: avoid;
    }
  }
`;
