import {css} from 'lit';

export const placeListStyles = css`
  :host {
    display: block;
  }
  .head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    padding: 0 20px;
    min-height: 40px;
    border-bottom: 1px solid var(--ftz-line);
  }
  .head p {
    font-size: 13.5px;
    font-weight: 650;
    line-height: 20px;
    white-space: nowrap;
  }
  .order {
    display: flex;
    align-items: center;
    font-size: 13.5px;
    line-height: 18px;
    color: var(--ftz-ink-3);
    white-space: nowrap;
  }
  select {
    appearance: none;
    min-height: 40px;
    border: 0;
    background: transparent;
    padding: 0 0 0 8px;
    cursor: pointer;
    field-sizing: content;
    text-align-last: right;
    text-decoration: underline dotted;
    text-underline-offset: 4px;
  }
  select option {
    background: var(--ftz-raised);
    color: var(--ftz-ink);
  }
  select:hover {
    color: var(--ftz-ink);
  }
  .onward {
    padding: 12px 20px;
  }
  li {
    position: relative;
    border-bottom: 1px solid var(--ftz-line);
    contain-intrinsic-size: auto 50px;
    content-visibility: auto;
  }
  .row {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
    column-gap: 12px;
    align-items: center;
    width: 100%;
    min-height: 48px;
    padding: 5px 20px;
    transition: background 120ms;
  }
  .tools {
    position: absolute;
    inset: 0 12px 0 auto;
    display: flex;
    align-items: center;
    background: var(--ftz-sunk);
  }
  .tool {
    display: grid;
    place-items: center;
    width: 36px;
    height: 40px;
    border-radius: 6px;
  }
  .picking .tools {
    background: none;
  }
  .picking .tool {
    width: 44px;
    height: 44px;
  }
  .picking .row {
    padding-inline-end: 108px;
  }
  .picking .within {
    display: none;
  }
  .pick {
    min-height: 44px;
    padding: 0 8px;
    margin-inline-start: auto;
    font-size: 13.5px;
    text-decoration: underline dotted;
    text-underline-offset: 4px;
  }
  .pick[aria-pressed='true'] {
    font-weight: 650;
    text-decoration-style: solid;
  }
  .pick[aria-pressed='true'] + .order span {
    display: none;
  }
  .tool:hover {
    background: var(--ftz-surface);
  }
  .tool[aria-pressed='true'] svg.icon {
    fill: currentColor;
  }
  .row:hover,
  .lit .row {
    background: var(--ftz-sunk);
  }
  .row[aria-current='true'] {
    background: var(--ftz-sunk);
    box-shadow: inset 3px 0 var(--ftz-ink);
  }
  /* Not there yet at the date shown. The words keep their contrast. */
  .ghost ftz-mark {
    opacity: 0.25;
  }
  .ghost .name {
    font-weight: 400;
    color: var(--ftz-ink-2);
  }
  .row:focus-visible {
    outline-offset: -3px;
    box-shadow: none;
  }
  .name {
    display: block;
    font-size: 14.5px;
    font-weight: 600;
    line-height: 19px;
    overflow-wrap: break-word;
  }
  .more {
    display: block;
    font-size: 12.5px;
    line-height: 17px;
    color: var(--ftz-ink-3);
    overflow-wrap: break-word;
  }
  .within {
    font-size: 12.5px;
    line-height: 17px;
    color: var(--ftz-ink-3);
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .empty {
    padding: 20px;
    display: grid;
    gap: 12px;
    justify-items: start;
  }
  .empty p {
    text-wrap: pretty;
  }
  .empty .button {
    min-height: 44px;
    padding-block: 8px;
    font-size: 14px;
    line-height: 19px;
  }
  @media (pointer: coarse) {
    select {
      min-height: 44px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .row {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .row[aria-current='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
