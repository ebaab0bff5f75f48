import {css} from 'lit';

/** The editor beside the map: it stands where the panel is, and over the sheet on a phone. */
export const editStyles = css`
  /* Its parts are laid into the atlas' own grid: the table where the panel is, the handles over the map. */
  :host {
    display: contents;
  }
  .dock {
    grid-area: panel;
    z-index: 5;
    min-width: 0;
    min-height: 0;
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr) auto;
    background: var(--ftz-surface);
    border-right: 1px solid var(--ftz-line);
  }
  ftz-edit-map {
    grid-area: map;
    z-index: 1;
  }
  .guide {
    grid-area: map;
    z-index: 6;
    align-self: start;
    justify-self: center;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 12px;
    max-width: calc(100% - 160px);
    margin-top: 16px;
    padding: 10px 14px;
  }
  header {
    display: flex;
    align-items: center;
    gap: 2px;
    padding: 8px 8px 0 20px;
  }
  h2 {
    font-size: 20px;
    line-height: 26px;
    margin-inline-end: auto;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  h3 {
    font-size: 15px;
    line-height: 20px;
    font-weight: 650;
  }
  .icon-button {
    flex: none;
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    border-radius: 8px;
  }
  .icon-button:hover:not([disabled]) {
    background: var(--ftz-sunk);
  }
  .icon-button[disabled] {
    color: var(--ftz-ink-3);
    opacity: 0.5;
    cursor: default;
  }
  [role='tablist'] {
    display: flex;
    gap: 4px;
    padding: 0 16px;
    border-bottom: 1px solid var(--ftz-line);
  }
  [role='tab'] {
    min-height: 44px;
    padding: 0 10px;
    font-size: 14px;
    font-weight: 600;
    color: var(--ftz-ink-2);
    border-bottom: 3px solid transparent;
    white-space: nowrap;
  }
  [role='tab'][aria-selected='true'] {
    color: var(--ftz-ink);
    border-bottom-color: var(--ftz-ink);
  }
  .body {
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    padding: 12px 20px 24px;
  }
  .tools,
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .tools {
    margin-bottom: 10px;
  }
  .tools .button {
    min-height: 40px;
    padding: 0 11px;
    font-size: 14px;
  }
  .tools .button[aria-pressed='true'] {
    background: var(--ftz-ink);
    border-color: var(--ftz-ink);
    color: var(--ftz-surface);
  }
  .text,
  .name {
    min-height: 36px;
    text-decoration: underline;
    text-decoration-color: var(--ftz-line-2);
    text-underline-offset: 4px;
  }
  .text {
    font-size: 14px;
    color: var(--ftz-ink-2);
  }
  .name {
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .text:hover,
  .name:hover {
    color: var(--ftz-ink);
    text-decoration-color: currentColor;
  }
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
    width: 100%;
    min-width: 0;
    min-height: 40px;
    padding: 6px 10px;
    border: 1px solid var(--ftz-line-2);
    border-radius: 7px;
    background: var(--ftz-surface);
  }
  textarea {
    resize: vertical;
    line-height: 20px;
  }
  [aria-invalid='true'] {
    border: 2px dashed var(--ftz-ink);
  }
  .list {
    width: 100%;
    border-collapse: collapse;
    font-size: 13.5px;
    line-height: 18px;
  }
  .list th {
    text-align: start;
    font-weight: 400;
    font-size: 12.5px;
    color: var(--ftz-ink-3);
    padding: 8px 8px 6px 0;
    border-bottom: 1px solid var(--ftz-line);
  }
  .list td {
    padding: 2px 8px 2px 0;
    border-bottom: 1px solid var(--ftz-line);
    overflow-wrap: anywhere;
    color: var(--ftz-ink-2);
  }
  .list td:first-child {
    width: 46%;
  }
  .list .number {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .list .name {
    display: block;
    width: 100%;
    min-height: 40px;
    padding: 6px 0;
    font-size: 14.5px;
    color: var(--ftz-ink);
    text-decoration: none;
  }
  .list .name:hover {
    text-decoration: underline;
  }
  .list .name small {
    display: block;
    font-size: 12.5px;
    font-weight: 400;
    color: var(--ftz-ink-3);
  }
  .badge {
    display: inline-block;
    padding: 0 5px;
    margin-inline-start: 4px;
    border: 1px solid var(--ftz-line-2);
    border-radius: 3px;
    font-size: 12px;
    line-height: 16px;
    font-weight: 400;
    color: var(--ftz-ink-2);
    white-space: nowrap;
  }
  .badge.wrong {
    border-style: dashed;
    border-color: var(--ftz-ink);
    color: var(--ftz-ink);
  }
  .find {
    margin-bottom: 6px;
  }
  .blank {
    display: grid;
    gap: 6px;
    padding: 28px 0;
    color: var(--ftz-ink-2);
  }
  .head {
    display: flex;
    align-items: center;
    gap: 6px;
    margin: -4px 0 8px -8px;
  }
  .block {
    padding: 12px 0;
    border-top: 1px solid var(--ftz-line);
    display: grid;
    gap: 8px;
  }
  .form,
  .pair {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 10px 14px;
  }
  label {
    display: grid;
    gap: 3px;
    align-content: start;
  }
  label > span {
    font-size: 13px;
    line-height: 17px;
    color: var(--ftz-ink-2);
  }
  .whole {
    grid-column: 1 / -1;
  }
  .wrong {
    color: var(--ftz-ink);
    font-weight: 600;
  }
  details summary {
    min-height: 40px;
    padding-top: 8px;
    cursor: pointer;
    font-size: 14px;
    font-weight: 600;
  }
  .faults li {
    padding: 8px 0;
    border-bottom: 1px solid var(--ftz-line);
    font-size: 14px;
    line-height: 20px;
    overflow-wrap: anywhere;
  }
  .faults .name {
    min-height: 28px;
    font-size: 14px;
  }
  .change {
    margin-top: 14px;
  }
  .one {
    padding: 6px 0 10px;
    border-bottom: 1px solid var(--ftz-line);
  }
  .one .row {
    justify-content: space-between;
  }
  .one table {
    width: 100%;
    font-size: 13.5px;
    line-height: 18px;
    border-spacing: 0;
  }
  .one th {
    width: 34%;
    padding: 3px 10px 3px 0;
    text-align: start;
    vertical-align: top;
    font-weight: 400;
    color: var(--ftz-ink-3);
    overflow-wrap: anywhere;
  }
  .one td {
    padding: 3px 0;
    overflow-wrap: anywhere;
  }
  del {
    color: var(--ftz-ink-3);
  }
  ins {
    text-decoration: none;
    font-weight: 600;
  }
  .nil {
    font-style: normal;
    color: var(--ftz-ink-3);
    font-weight: 400;
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 6px 14px;
    padding: 10px 20px;
    border-top: 1px solid var(--ftz-line);
  }
  footer p {
    flex: 1 1 180px;
    font-size: 13px;
    line-height: 18px;
    color: var(--ftz-ink-2);
  }
  footer .button {
    max-width: 100%;
    overflow-wrap: anywhere;
  }
  @media (pointer: coarse) {
    input,
    select,
    .text,
    .tools .button,
    .list .name {
      min-height: 44px;
    }
  }
  /* On a phone it covers the sheet, and makes room while the map is pressed. */
  .dock.narrow {
    grid-area: map;
    align-self: end;
    height: 58%;
    border: 0;
    border-radius: 16px 16px 0 0;
    box-shadow: 0 -2px 12px rgb(21 33 43 / 16%);
  }
  .dock.narrow.away {
    display: none;
  }
  .narrow .body {
    padding-inline: 16px;
  }
  .narrow .group {
    display: none;
  }
  .narrow footer {
    padding: 8px 16px;
  }
  .guide.narrow {
    max-width: calc(100% - 24px);
    margin-top: calc(68px + env(safe-area-inset-top));
  }
  @media (forced-colors: active) {
    .dock,
    .guide {
      border: 1px solid CanvasText;
    }
    [role='tab'][aria-selected='true'] {
      border-bottom-color: Highlight;
    }
  }
  @media print {
    .dock,
    .guide,
    ftz-edit-map {
      display: none;
    }
  }
`;
