/** The look of the page of sources and doubts: three columns, two, then one block a figure. */
import {css} from 'lit';

export const sourcesStyles = css`
  .left-out {
    max-width: 72ch;
  }
  .left-out div {
    padding: 10px 0;
    border-top: 1px solid var(--ftz-line);
  }

  :host {
    display: block;
    container-type: inline-size;
    background: var(--ftz-surface);
  }
  .page {
    display: grid;
    grid-template-columns: 172px minmax(0, 796px) 300px;
    justify-content: space-between;
    gap: 40px;
    max-width: 1480px;
    margin: 0 auto;
    padding: 24px 28px 64px;
  }
  nav {
    position: sticky;
    top: 24px;
    align-self: start;
  }
  nav button {
    display: flex;
    justify-content: space-between;
    gap: 4px;
    align-items: center;
    width: 100%;
    min-height: 40px;
    padding: 6px 0;
    border-bottom: 1px solid var(--ftz-line);
    color: var(--ftz-ink-2);
    font-size: 14.5px;
    line-height: 20px;
  }
  nav button:hover {
    color: var(--ftz-ink);
  }
  nav button[aria-current='true'] {
    color: var(--ftz-ink);
    font-weight: 650;
    border-bottom-color: var(--ftz-ink);
  }
  nav .n {
    color: var(--ftz-ink-3);
    font-weight: 400;
    font-variant-numeric: tabular-nums;
  }
  section + section {
    margin-top: 56px;
  }
  h2 {
    font-size: 28px;
    line-height: 34px;
    scroll-margin-top: 20px;
    text-wrap: balance;
  }
  .lead {
    max-width: 680px;
    padding: 6px 0 16px;
    color: var(--ftz-ink-2);
    font-size: 15px;
    line-height: 24px;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 13.5px;
    line-height: 18px;
    font-variant-numeric: tabular-nums;
    table-layout: fixed;
  }
  th {
    text-align: start;
    font-weight: 400;
  }
  thead th {
    padding: 8px 14px 8px 0;
    font-size: 13px;
    color: var(--ftz-ink-2);
    border-bottom: 1.5px solid var(--ftz-ink);
    vertical-align: bottom;
  }
  tbody th,
  td {
    padding: 10px 14px 10px 0;
    border-bottom: 1px solid var(--ftz-line);
    vertical-align: top;
    overflow-wrap: break-word;
  }
  td {
    color: var(--ftz-ink-2);
  }
  :is(th, td):last-child {
    padding-inline-end: 0;
  }
  tr[tabindex] {
    scroll-margin-block: 80px;
  }
  tr.open {
    background: var(--ftz-sunk);
    box-shadow: inset 3px 0 var(--ftz-ink);
  }
  tr.open > :first-child {
    padding-inline-start: 10px;
  }
  .what {
    font-weight: 650;
    color: var(--ftz-ink);
  }
  .where {
    padding-top: 3px;
  }
  .printed {
    display: inline-block;
    border: 1.3px dashed var(--ftz-ink-3);
    border-radius: 4px;
    padding: 2px 7px;
    color: var(--ftz-ink-2);
  }
  .reading {
    color: var(--ftz-ink);
    font-weight: 650;
  }
  .none {
    color: var(--ftz-ink-3);
  }
  .claims {
    display: grid;
    gap: 6px;
  }
  .figure {
    font-weight: 650;
    color: var(--ftz-ink);
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 8px;
    align-items: center;
    padding-bottom: 10px;
  }
  .tools input {
    flex: 1 1 220px;
    min-height: 44px;
    padding: 0 14px;
    border: 1px solid var(--ftz-line-2);
    border-radius: 8px;
    background: var(--ftz-surface);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 14px 8px;
    flex: 1 0 100%;
    padding-block: 4px;
  }
  .chip .n {
    opacity: 0.75;
  }
  .out {
    display: inline-flex;
    align-items: baseline;
    gap: 4px;
    min-height: 24px;
    margin-top: 2px;
    text-decoration-color: var(--ftz-line-2);
  }
  .out svg.icon {
    width: 13px;
    height: 13px;
    align-self: center;
  }
  .out span {
    overflow-wrap: anywhere;
  }
  .count {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-height: 28px;
    margin-block: -5px;
    color: var(--ftz-ink);
    white-space: nowrap;
  }
  .count svg.icon {
    width: 15px;
    height: 15px;
  }
  .count[aria-expanded='true'] svg.icon {
    rotate: 180deg;
  }
  .date:lang(zh-CN) {
    white-space: nowrap;
  }
  .rests td {
    padding: 4px 14px 16px;
    background: var(--ftz-sunk);
    columns: 3 200px;
    column-gap: 24px;
  }
  .rests h3 {
    font-size: 12.5px;
    line-height: 17px;
    font-weight: 400;
    color: var(--ftz-ink-3);
    padding: 8px 0 2px;
    break-after: avoid;
  }
  .rests li {
    padding: 2px 0;
    break-inside: avoid;
  }
  .link {
    min-height: 24px;
    margin-block: -3px;
    text-decoration: underline;
    text-decoration-color: var(--ftz-line-2);
    text-underline-offset: 3px;
    text-decoration-thickness: 1px;
  }
  .link:hover {
    text-decoration-color: currentColor;
  }
  .marked {
    display: flex;
    gap: 6px;
    align-items: baseline;
  }
  .marked ftz-mark {
    margin-top: 1px;
    align-self: start;
  }
  .more {
    margin-top: 14px;
  }
  aside {
    padding-top: 8px;
  }
  aside section + section {
    margin-top: 22px;
    padding-top: 20px;
    border-top: 1px solid var(--ftz-line);
  }
  aside h2 {
    font-size: 15px;
    line-height: 20px;
    font-weight: 650;
    padding-bottom: 8px;
  }
  .kinds dt {
    font-size: 13.5px;
    line-height: 18px;
    color: var(--ftz-ink-2);
    padding-top: 8px;
  }
  .kinds dt b,
  .exists b {
    display: inline-block;
    min-width: 29px;
    color: var(--ftz-ink);
    font-weight: 650;
  }
  .squares {
    display: block;
    margin-top: 4px;
  }
  .squares rect {
    fill: var(--ftz-ink);
  }
  .squares .official {
    fill-opacity: 0.86;
  }
  .squares .media {
    fill-opacity: 0.6;
  }
  .squares .third-party {
    fill-opacity: 0.34;
  }
  .squares .data {
    fill: none;
    stroke: var(--ftz-ink-3);
  }
  .exists {
    display: grid;
    gap: 8px;
    font-size: 13.5px;
    line-height: 18px;
    color: var(--ftz-ink-2);
  }
  .exists li {
    display: grid;
    grid-template-columns: 46px 1fr;
  }
  .caption {
    padding-top: 8px;
    color: var(--ftz-ink-2);
    font-size: 13.5px;
    line-height: 20px;
  }

  @container (max-width: 1290px) {
    .page {
      grid-template-columns: minmax(0, 1fr) 280px;
      gap: 20px 36px;
    }
    nav {
      grid-column: 1 / -1;
      position: static;
      display: flex;
      flex-wrap: wrap;
      gap: 0 20px;
      border-bottom: 1px solid var(--ftz-line);
    }
    nav button {
      width: auto;
      min-height: 44px;
      border-bottom: 2px solid transparent;
      margin-bottom: -1px;
    }
  }
  @container (max-width: 900px) {
    .page {
      grid-template-columns: minmax(0, 1fr);
      padding: 8px 20px 48px;
    }
    aside {
      border-top: 1px solid var(--ftz-line);
      padding-top: 24px;
    }
    h2 {
      font-size: 27px;
    }
  }
  /* Each figure a block; what the column heads said stands before each value. */
  @container (max-width: 640px) {
    nav {
      display: block;
    }
    nav button {
      width: 100%;
      border-bottom: 1px solid var(--ftz-line);
    }
    table,
    tbody,
    tr,
    tbody th,
    td {
      display: block;
      width: auto;
    }
    thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    tr {
      padding: 12px 0 14px;
      border-bottom: 1px solid var(--ftz-line);
    }
    tbody th,
    td {
      border: 0;
      padding: 0 0 6px;
    }
    tbody th {
      font-size: 15px;
      line-height: 20px;
    }
    td[data-label] {
      display: grid;
      grid-template-columns: 112px minmax(0, 1fr);
    }
    td[data-label]::before {
      content: attr(data-label);
      color: var(--ftz-ink-3);
      padding-inline-end: 10px;
    }
    tr.open {
      padding-inline-start: 10px;
    }
    .rests td {
      padding: 0 10px 10px;
    }
    tr.open > :first-child {
      padding-inline-start: 0;
    }
  }
  @media (pointer: coarse) {
    nav button,
    .out,
    .link {
      min-height: 44px;
    }
    .out {
      align-items: center;
    }
    .count {
      min-width: 44px;
      min-height: 44px;
      margin-block: -13px;
    }
  }
  .statement {
    margin-top: 40px;
    padding-block: 4px 16px;
    border-top: 1px solid var(--ftz-line);
    max-width: 720px;
    color: var(--ftz-ink-2);
  }
  .statement summary {
    min-height: 44px;
    display: flex;
    align-items: center;
    cursor: pointer;
    font-weight: 600;
  }
  .statement summary::before {
    content: '+';
    width: 22px;
  }
  .statement[open] summary::before {
    content: '−';
  }
  .statement p + p {
    margin-top: 8px;
  }
  @media print {
    nav,
    .tools,
    .more {
      display: none;
    }
  }
`;
