/** How the timeline's page lays out its parts. */
import {css} from 'lit';

export const timelineViewStyles = css`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 266px;
    gap: 28px;
    padding: 20px 28px 28px;
  }
  h1 {
    font-size: 27px;
    line-height: 34px;
    text-wrap: balance;
  }
  .head {
    display: flex;
    align-items: end;
    justify-content: space-between;
    gap: 8px 28px;
    flex-wrap: wrap;
    margin-bottom: 16px;
    font-size: 13.5px;
  }
  .lead {
    color: var(--ftz-ink-2);
    margin-top: 4px;
  }
  /* Map and card stay in sight beside the list, too: the root's map does not scroll, so nothing may run below it. */
  aside {
    grid-column: 2;
    grid-row: 1 / span 3;
    position: sticky;
    top: 20px;
    align-self: start;
    display: grid;
    gap: 16px;
  }
  .chosen {
    display: grid;
    gap: 8px;
    font-size: 14px;
  }
  .chosen h2 {
    font-size: 20px;
    line-height: 26px;
  }
  .pair {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 8px;
  }
  .pair .button {
    padding: 0 6px;
    gap: 5px;
    font-size: 13px;
    white-space: nowrap;
  }
  .pair .button:disabled {
    color: var(--ftz-ink-3);
    border-color: var(--ftz-line);
    background: none;
    cursor: default;
  }
  ftz-timeline-player {
    margin-bottom: 12px;
  }
  /*
   * A layer of its own, above the page and opaque: while it moves nothing around it is drawn anew and nothing below it is blended.
   * Without a graphics card that is most of a frame. The border keeps what reaches over the drawing's edge inside.
   */
  .chart {
    z-index: 1;
    will-change: transform;
    margin: -8px -8px 0;
    border: 8px solid var(--ftz-surface);
    background: var(--ftz-surface);
  }
  @media (forced-colors: active) {
    .chart {
      border-color: Canvas;
    }
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 16px;
    margin-bottom: 12px;
    font-size: 13.5px;
    line-height: 18px;
  }
  .tools label {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--ftz-ink-2);
  }
  .tools select {
    min-height: 32px;
    border: 0;
    border-bottom: 1px solid var(--ftz-line-2);
    background: var(--ftz-surface);
    color: var(--ftz-ink);
  }
  .zoom {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
  .zoom button:not(.word) {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    width: 32px;
    height: 32px;
    border: 1px solid var(--ftz-line-2);
    border-radius: 8px;
  }
  .word {
    min-height: 32px;
    padding: 0 4px;
    text-decoration: underline dotted;
    text-underline-offset: 4px;
  }
  .range {
    font-variant-numeric: tabular-nums;
    color: var(--ftz-ink-2);
  }
  .tools .end {
    margin-inline-start: auto;
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .dropping {
    outline: 2px dashed var(--ftz-ink);
    outline-offset: 4px;
  }
  .drop {
    text-align: center;
    font-weight: 600;
  }
  .chosen.own {
    padding: 12px;
    border: 1px dashed var(--ftz-line-2);
    border-radius: 8px;
    overflow-wrap: anywhere;
  }
  .lanes-choice {
    display: flex;
    flex-wrap: wrap;
    gap: 14px 8px;
    margin-bottom: 16px;
  }
  .lanes-choice select {
    min-height: 44px;
    max-width: 100%;
  }
  .places {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 12px;
  }
  .places button {
    text-decoration: underline dotted;
    text-underline-offset: 4px;
    min-height: 28px;
  }
  .keys {
    border-top: 1px solid var(--ftz-line);
    padding-top: 12px;
    display: grid;
    gap: 6px;
    font-size: 12.5px;
    line-height: 17px;
    color: var(--ftz-ink-2);
  }
  .keys li {
    display: grid;
    grid-template-columns: 34px 1fr;
    align-items: center;
  }
  .keys i {
    forced-color-adjust: none;
    width: 9px;
    height: 9px;
    border-radius: 5px;
    background: var(--ftz-neutral-mark);
    border: 1.5px solid var(--ftz-neutral-mark);
  }
  .keys .long {
    width: 22px;
  }
  .keys .hollow {
    background: none;
  }
  .keys .planned {
    background: none;
    border-style: dashed;
  }
  /* The event is sure, its date is not: a core stays. */
  .keys .doubted {
    background: radial-gradient(circle, var(--ftz-neutral-mark) 1.75px, transparent 2.25px);
  }
  .keys .reported {
    margin-inline-start: 4px;
    box-shadow:
      -4px 0 0 -3px var(--ftz-surface),
      -5px 0 0 -3px var(--ftz-neutral-mark);
  }
  :host([staged]) {
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
    padding: 12px 24px;
  }
  :host([staged]) :is(.head, .tools, ftz-timeline-player, p.quiet) {
    display: none;
  }
  /* On a stage the drawing is what is seen; the same in words is there for keys and readers. */
  :host([staged]) .list:not(:focus-within) {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  :host([staged]) aside {
    grid-area: auto;
    position: static;
  }
  :host([staged]) .keys {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 16px;
    padding-top: 8px;
  }
  @media (max-width: 1100px) {
    :host {
      grid-template-columns: minmax(0, 1fr);
      padding: 16px 20px 28px;
    }
    aside {
      grid-area: auto;
      position: static;
    }
  }
  @media (pointer: coarse) {
    .tools button,
    .tools select {
      min-width: 44px;
      min-height: 44px;
    }
  }
  @media (max-width: 759px) {
    h1 {
      font-size: 24px;
      line-height: 30px;
    }
    .head {
      margin-bottom: 8px;
    }
    .tools {
      gap: 6px 10px;
    }
    .tools .end {
      margin-inline-start: 0;
    }
    .tools label span,
    .range {
      position: absolute;
      clip-path: inset(50%);
    }
    .lanes-choice {
      flex-wrap: nowrap;
      overflow-x: auto;
      scrollbar-width: none;
      margin-inline: -20px;
      padding: 8px 20px;
    }
  }
`;
