import {css} from 'lit';

/** What lies over the map: buttons, notes, scale and credit. */
export const mapStyles = css`
  :host {
    display: block;
    position: relative;
    overflow: hidden;
    background: var(--ftz-land);
    container-type: inline-size;
    isolation: isolate;
  }
  .canvas {
    position: absolute;
    inset: 0;
  }
  /* The list of marks shows the focus for all the map. */
  .canvas canvas:focus-visible {
    outline: none;
    box-shadow: none;
  }
  .canvas [role='button']:focus-visible {
    box-shadow: none;
  }
  .controls {
    position: absolute;
    left: 16px;
    top: 16px;
    display: grid;
    width: 40px;
  }
  .controls button {
    width: 40px;
    height: 40px;
    display: grid;
    place-items: center;
  }
  .controls button + button {
    border-top: 1px solid var(--ftz-line);
  }
  .controls button:hover {
    background: var(--ftz-sunk);
  }
  .controls button:focus-visible {
    z-index: 1;
  }
  .controls button:first-child {
    border-radius: 10px 10px 0 0;
  }
  .controls button:last-child {
    border-radius: 0 0 10px 10px;
  }
  .controls.narrow {
    left: auto;
    top: auto;
    right: 12px;
    width: 44px;
    border-radius: 22px;
  }
  .controls.narrow button {
    width: 44px;
    height: 44px;
  }
  .controls.narrow button:first-child {
    border-radius: 22px 22px 0 0;
  }
  .controls.narrow button:last-child {
    border-radius: 0 0 22px 22px;
  }
  .foot {
    position: absolute;
    right: 0;
    bottom: 0;
    display: grid;
    justify-items: end;
    pointer-events: none;
  }
  .foot.narrow {
    left: 0;
    right: auto;
    justify-items: start;
  }
  .credit {
    padding: 1px 8px;
    font-size: 12px;
    line-height: 18px;
    color: var(--ftz-ink-3);
    background: color-mix(in srgb, var(--ftz-raised) 82%, transparent);
    pointer-events: auto;
  }
  /* One line on the narrowest phones: two would lie over the map's foot. */
  .foot.narrow .credit {
    padding-inline: 6px;
    font-size: clamp(10px, 3.05vw, 12px);
  }
  .credit a {
    text-decoration: none;
  }
  .credit a:hover {
    text-decoration: underline;
  }
  .scale {
    margin: 0 16px 10px;
    padding-bottom: 2px;
    text-align: center;
    font-size: 12px;
    line-height: 16px;
    color: var(--ftz-ink);
    border: 1.2px solid var(--ftz-ink);
    border-top: 0;
    text-shadow:
      0 0 3px var(--ftz-halo),
      0 0 3px var(--ftz-halo),
      0 0 3px var(--ftz-halo);
    /* A bracket: the sides only rise a little. */
    border-image: linear-gradient(to top, var(--ftz-ink) 5px, transparent 5px) 1.2 / 0 1.2px 1.2px;
  }
  .note {
    position: absolute;
    top: 16px;
    width: max-content;
    padding: 8px 14px;
    font-size: 13.5px;
    line-height: 18px;
    color: var(--ftz-ink-2);
    display: flex;
    gap: 12px;
    align-items: center;
  }
  .note button {
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 3px;
    min-height: 28px;
    white-space: nowrap;
  }
  .note:empty {
    display: none;
  }
  .drawing {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    color: var(--ftz-ink-3);
    font-size: 13.5px;
    pointer-events: none;
  }
  /* A small picture beside a chart has no room for tools. */
  @container (max-width: 320px) {
    .controls {
      display: none;
    }
    .credit span {
      display: block;
      text-align: end;
    }
    .credit .between {
      display: none;
    }
  }
  @media (pointer: coarse) {
    .controls,
    .controls button {
      width: 44px;
    }
    .controls button {
      height: 44px;
    }
  }
  @media print {
    .controls,
    .note {
      display: none;
    }
    /* The engine gives it the window's size, of which the scale would tell. */
    canvas {
      width: 100% !important;
      height: 100% !important;
      object-fit: cover;
    }
    .scale {
      display: none;
    }
  }
`;
