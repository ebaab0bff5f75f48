/** The look of the card: hairlines and space, one column of labels, one of values. */
import {css} from 'lit';
import {toneRules} from '../common/tone-rules.ts';

export const cardStyles = css`
  :host {
    display: block;
    background: var(--ftz-raised);
    position: relative;
    scroll-padding-block: 60px 84px;
  }
  ftz-locator {
    border-radius: 10px 10px 0 0;
  }
  /* Stays in reach however far the card is scrolled, and takes no room of its own. */
  .top {
    position: sticky;
    top: 0;
    height: 0;
    z-index: 2;
    display: flex;
    justify-content: end;
  }
  .close {
    width: 44px;
    height: 44px;
    margin: 3px 3px 0 0;
    display: grid;
    place-items: center;
    flex: none;
  }
  .close::before {
    content: '';
    grid-area: 1 / 1;
    width: 32px;
    height: 32px;
    border-radius: 50%;
    background: var(--ftz-raised);
    box-shadow: 0 1px 3px rgb(21 33 43 / 16%);
  }
  .close svg {
    grid-area: 1 / 1;
    z-index: 1;
  }
  .close:hover::before {
    background: var(--ftz-sunk);
  }
  .back {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    padding: 0 20px 0 18px;
    color: var(--ftz-ink-2);
  }
  .back + .body {
    padding-top: 4px;
  }
  .body {
    padding: 12px 18px 0;
  }
  .kind {
    display: flex;
    align-items: center;
    gap: 8px;
    padding-inline-end: 40px;
    font-size: 13.5px;
    line-height: 18px;
    color: var(--ftz-ink-2);
  }
  .kind ftz-mark {
    margin-inline: -1px;
  }
  h2 {
    font-size: 20px;
    line-height: 26px;
    padding-top: 3px;
    overflow-wrap: break-word;
    text-wrap: balance;
    width: fit-content;
  }
  h2:lang(zh-CN) {
    font-size: 22px;
    line-height: 30px;
  }
  h2:focus-visible {
    outline-offset: 0;
    box-shadow: none;
  }
  .other {
    font-size: 14px;
    line-height: 20px;
    color: var(--ftz-ink-2);
  }
  .as-of {
    justify-self: start;
    padding: 2px 8px;
    border: 1px solid var(--ftz-ink);
    border-radius: 4px;
    font-size: 13.5px;
    line-height: 18px;
  }
  .as-of.ghost {
    border-style: dashed;
    border-color: var(--ftz-line-2);
    color: var(--ftz-ink-2);
  }
  .summary {
    padding: 10px 0 2px;
    font-size: 14px;
    line-height: 20px;
  }
  dl {
    padding-top: 8px;
    font-variant-numeric: tabular-nums;
  }
  .row {
    display: grid;
    grid-template-columns: 84px minmax(0, 1fr);
    padding: 9px 0;
    border-top: 1px solid var(--ftz-line);
    font-size: 13.5px;
    line-height: 18px;
  }
  dt,
  .second {
    color: var(--ftz-ink-2);
  }
  dt {
    padding-inline-end: 8px;
    overflow-wrap: break-word;
    hyphens: auto;
  }
  dd {
    overflow-wrap: break-word;
    min-width: 0;
  }
  /* The line below the bar is the whole zone's length. */
  dd ftz-size-bar {
    display: block;
    margin-block: 6px 4px;
    border-bottom: 1.5px solid var(--ftz-line-2);
  }
  dd p + p {
    padding-top: 1px;
  }
  dd .quiet {
    font-size: 12.5px;
    line-height: 17px;
    padding-top: 1px;
  }
  .row .quiet:lang(zh-CN) {
    line-height: 1.6;
  }
  .caveat {
    padding-bottom: 4px;
  }
  b {
    font-weight: 650;
  }
  .items {
    display: grid;
    gap: 7px;
  }
  .missing {
    color: var(--ftz-ink-3);
  }
  .doubtful,
  .unsure {
    border: 1px dashed var(--ftz-ink-3);
    border-radius: 3px;
    padding: 0 5px;
  }
  .doubtful {
    color: var(--ftz-ink-2);
  }
  .gap {
    border: 1px dashed currentColor;
    border-radius: 3px;
    padding: 0 5px;
  }
  .link {
    display: inline;
    min-height: 24px;
    text-decoration: underline;
    text-decoration-color: var(--ftz-line-2);
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
    /* Stretches the target to 26 px without moving the line. */
    padding-block: 4px;
    margin-block: -4px;
  }
  .link:hover {
    text-decoration-color: currentColor;
  }
  .link[aria-pressed='true'] {
    background: var(--ftz-sunk);
    box-shadow: inset 3px 0 var(--ftz-ink);
    padding-inline-start: 7px;
    font-weight: 650;
  }
  .link.area {
    font-weight: 650;
    text-decoration: none;
  }
  .link.area:hover {
    text-decoration: underline;
  }
  ${toneRules((tone) => `.area.${tone}{color:var(--ftz-${tone}-text)}`)}
  .marked {
    display: flex;
    gap: 6px;
    align-items: baseline;
  }
  .marked ftz-mark {
    align-self: start;
    margin-top: 1px;
  }
  .marked ftz-mark:lang(zh-CN) {
    margin-top: 3px;
  }
  details {
    padding-top: 7px;
  }
  dd > details:first-child > summary {
    margin-top: -3px;
  }
  summary {
    display: list-item;
    padding-block: 3px;
    color: var(--ftz-ink-2);
    cursor: pointer;
  }
  dd > details:first-child,
  details + details {
    padding-top: 0;
  }
  .line {
    width: 12px;
    height: 4px;
    margin-inline-end: 3px;
    vertical-align: 3px;
  }
  .tight {
    gap: 3px;
  }
  .next {
    padding-top: 6px;
  }
  .lines {
    display: block;
  }
  .elsewhere ul {
    display: flex;
    flex-wrap: wrap;
    gap: 6px 14px;
    padding: 4px 0 6px;
  }
  .elsewhere a svg {
    width: 12px;
    height: 12px;
    margin-inline-start: 3px;
    vertical-align: -1px;
  }
  .actions {
    position: sticky;
    bottom: 0;
    z-index: 1;
    display: grid;
    grid-template-columns: repeat(2, 1fr);
    gap: 8px;
    padding: 10px 18px 14px;
    margin-top: 4px;
    background: var(--ftz-raised);
    border-top: 1px solid var(--ftz-line);
    border-radius: 0 0 10px 10px;
  }
  .actions .button {
    padding: 0 8px;
    font-size: 14px;
    gap: 7px;
    white-space: nowrap;
  }
  /* A button from the raised tone, not the page's: the card floats. */
  .actions .button:not(.primary) {
    background: var(--ftz-raised);
  }
  .actions .button:not(.primary):hover {
    background: var(--ftz-sunk);
  }
  .keep[aria-pressed='true'] svg.icon {
    fill: currentColor;
  }
  .actions .button[aria-disabled='true'] {
    background: none;
    border-color: var(--ftz-line);
    color: var(--ftz-ink-3);
    cursor: default;
  }
  .full {
    grid-column: 1 / -1;
    text-align: center;
  }
  /* What takes the focus is never behind the buttons at the foot. */
  :is(.link, summary, ftz-source-link) {
    scroll-margin-block: 60px 90px;
  }
  /* Where height is dear the buttons take one row, or they would hide a third of the card. */
  @media (max-width: 759px), (max-height: 960px) {
    .actions {
      display: flex;
      flex-wrap: wrap;
      gap: 6px;
      padding-block: 8px;
    }
    .actions .button {
      flex: auto;
      padding: 0 6px;
      gap: 5px;
    }
    .actions svg.icon {
      width: 16px;
      height: 16px;
    }
    .full {
      flex-basis: 100%;
    }
  }
  @media (max-width: 389px), (max-height: 500px), (min-width: 760px) and (max-height: 960px) {
    .actions svg.icon {
      display: none;
    }
  }
  /* On its side a phone shows the map beside the card. */
  @media (max-height: 500px) {
    ftz-locator {
      display: none;
    }
  }
  @media (pointer: coarse) {
    summary {
      padding-block: 13px;
    }
    .items {
      gap: 16px;
    }
    .close {
      width: 48px;
      height: 48px;
    }
  }
  @media print {
    ftz-locator {
      display: block;
      width: 340px;
    }
    .top,
    .back,
    .actions {
      display: none;
    }
  }
`;
