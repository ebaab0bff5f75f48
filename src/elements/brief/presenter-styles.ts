/** The presenter's window: what the audience sees on the left, what comes on the right, and buttons one can hit without looking. */
import {css} from 'lit';

export const presenterStyles = css`
  :host {
    position: fixed;
    inset: 0;
    z-index: 2147483000;
    display: grid;
    grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    background: var(--ftz-surface);
    overflow: hidden;
  }
  header,
  footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding: 12px 24px;
  }
  header {
    border-bottom: 1px solid var(--ftz-line);
  }
  footer {
    border-top: 1px solid var(--ftz-line);
    gap: 10px;
  }
  h1 {
    font-size: 21px;
    line-height: 28px;
  }
  .link {
    color: var(--ftz-ink-3);
    margin-inline-end: auto;
  }
  .link.lost {
    color: var(--ftz-ink);
    font-weight: 600;
    border: 1.2px dashed currentColor;
    border-radius: 4px;
    padding: 0 8px;
  }
  .time {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
    color: var(--ftz-ink-2);
  }
  .time b {
    font-size: 30px;
    line-height: 36px;
    color: var(--ftz-ink);
    margin-inline-end: 4px;
  }
  .plan {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-width: 5.5em;
    font-weight: 600;
  }
  main {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1.64fr) minmax(280px, 1fr);
    gap: 24px;
    padding: 14px 24px;
    min-height: 0;
  }
  .left,
  .right {
    display: grid;
    grid-template-rows: auto auto minmax(0, 1fr);
    gap: 8px;
    min-height: 0;
    min-width: 0;
  }
  .left {
    grid-template-rows: auto auto auto minmax(0, 1fr);
  }
  .head {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    color: var(--ftz-ink-3);
  }
  .head b {
    color: var(--ftz-ink);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .picture {
    position: relative;
    display: grid;
    justify-items: center;
  }
  .picture ftz-brief-preview {
    width: min(100%, calc(52vh * var(--aspect, 1.78)));
    grid-area: 1 / 1;
  }
  .right .picture ftz-brief-preview {
    width: min(100%, calc(26vh * var(--aspect, 1.78)));
  }
  .step-bar {
    height: 4px;
    border-radius: 2px;
    background: var(--ftz-line);
  }
  .step-bar i {
    display: block;
    height: 100%;
    border-radius: 2px;
    background: var(--ftz-ink);
  }
  .spotting ftz-brief-preview {
    cursor: crosshair;
  }
  .veil {
    grid-area: 1 / 1;
    align-self: stretch;
    justify-self: stretch;
    z-index: 1;
    display: grid;
    place-items: center;
    background: #000c;
    color: #fff;
    font-size: 22px;
    border-radius: 8px;
    pointer-events: none;
  }
  .end {
    display: grid;
    place-items: center;
    min-height: 90px;
    border: 1px dashed var(--ftz-line-2);
    border-radius: 8px;
    color: var(--ftz-ink-3);
  }
  .notes {
    border-top: 1px solid var(--ftz-line);
    padding-top: 8px;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    gap: 4px;
    min-height: 0;
  }
  .notes p {
    overflow-y: auto;
    font-size: var(--notes, 22px);
    line-height: 1.5;
    max-width: 62em;
  }
  .notes .none {
    color: var(--ftz-ink-3);
  }
  .sizes {
    display: flex;
    gap: 2px;
  }
  .sizes button {
    min-width: 44px;
    min-height: 32px;
    text-align: center;
    border-radius: 6px;
    color: var(--ftz-ink-2);
  }
  .sizes button:hover {
    background: var(--ftz-sunk);
  }
  .sizes [aria-pressed='true'] {
    color: var(--ftz-ink);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 4px;
  }
  .steps {
    border-top: 1px solid var(--ftz-line);
    padding-top: 8px;
    overflow-y: auto;
  }
  .steps button {
    display: grid;
    grid-template-columns: 1.9em minmax(0, 1fr) auto;
    gap: 8px;
    width: 100%;
    /* Ten steps stand in a window of 800 px without scrolling. */
    min-height: 36px;
    align-items: center;
    padding: 4px 12px;
    border-radius: 6px;
    font-variant-numeric: tabular-nums;
    color: var(--ftz-ink-2);
  }
  .steps button:hover {
    background: var(--ftz-sunk);
  }
  .steps .done {
    color: var(--ftz-ink-3);
  }
  .steps [aria-current] {
    background: var(--ftz-ink);
    color: var(--ftz-surface);
    font-weight: 600;
  }
  .steps .theirs:not([aria-current]) {
    outline: 1.5px dashed var(--ftz-ink-3);
    outline-offset: -2px;
  }
  footer .button {
    font-size: 16px;
    min-height: 52px;
    padding: 0 18px;
  }
  footer .primary {
    min-width: 150px;
  }
  .gap {
    margin-inline-end: auto;
  }
  .button[aria-pressed='true'] {
    background: var(--ftz-ink);
    color: var(--ftz-surface);
  }
  .button[aria-disabled='true'] {
    opacity: 0.45;
  }
  kbd {
    font: inherit;
    font-size: 12px;
    font-weight: 400;
    border: 1px solid currentColor;
    border-radius: 4px;
    padding: 0 5px;
    opacity: 0.7;
  }
  @media (max-width: 759.9px) {
    :host {
      overflow-y: auto;
      display: block;
    }
    main {
      grid-template: auto / 100%;
    }
    footer {
      position: sticky;
      bottom: 0;
      background: var(--ftz-surface);
    }
  }
`;
