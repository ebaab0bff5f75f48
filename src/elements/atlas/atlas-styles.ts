/** How the root lays out its parts: bar, panel, map, strip, card and page, wide and narrow. */
import {css, unsafeCSS} from 'lit';
import {fonts} from '../../theme/tokens.ts';

export const atlasStyles = css`
  :host {
    display: block;
    /* The frame is laid into it, whatever the page's style sheet says. */
    position: relative !important;
    /* The order of its parts is no business of the page's: nothing of it lies over the host's menus, nor over the note of a new version. */
    isolation: isolate;
    min-height: 320px;
    height: 100%;
    background: var(--ftz-surface);
    /* Not hidden: a hidden overflow still scrolls when a heading is brought into view, and takes the bar with it. */
    overflow: clip;
    container-type: size;
    /* In a page that gives it no height it takes one that shows the map. */
    contain-intrinsic-height: clamp(480px, 80vh, 760px);
  }
  .frame {
    /* Whatever the page around says of its own text ends here; direction is not part of \`all\`. */
    all: initial;
    color-scheme: inherit;
    direction: ltr;
    unicode-bidi: isolate;
    box-sizing: border-box;
    font: 400 15px/22px ${unsafeCSS(fonts.sans)};
    color: var(--ftz-ink);
    /* Not a height of 100%: a host without a height of its own would grow with the list. */
    position: absolute;
    inset: 0;
    display: grid;
    grid-template: 56px minmax(0, 1fr) / 100%;
  }
  .frame.embedded {
    grid-template: minmax(0, 1fr) auto / 100%;
  }
  .embedded ftz-embed-bar {
    grid-row: 2;
  }
  .embedded .stage {
    grid-row: 1;
    grid-template: 'map' minmax(0, 1fr) / minmax(0, 1fr);
  }
  .embedded .panel {
    grid-area: map;
    width: min(340px, 100%);
    z-index: 3;
  }
  .stage {
    position: relative;
    min-height: 0;
    display: grid;
    grid-template: 'panel map' 1fr 'panel strip' 178px / 376px minmax(0, 1fr);
  }
  .panel {
    grid-area: panel;
    overflow-y: auto;
    scrollbar-width: thin;
    overscroll-behavior: contain;
    border-right: 1px solid var(--ftz-line);
    background: var(--ftz-surface);
  }
  ftz-map {
    grid-area: map;
    min-width: 0;
    min-height: 0;
  }
  /* A zone of the reader's own without a single date. */
  .stage:has(.panel):not(:has(.strip)) {
    grid-template-rows: 1fr 0;
  }
  .strip {
    grid-area: strip;
    border-top: 1px solid var(--ftz-line);
    background: var(--ftz-surface);
    min-width: 0;
  }
  .legend {
    grid-area: map;
    align-self: end;
    justify-self: start;
    margin: 16px;
    z-index: 2;
  }
  .card {
    grid-area: map;
    justify-self: end;
    align-self: start;
    width: 340px;
    margin: 16px;
    max-height: calc(100% - 16px - 26px - 16px);
    overflow-y: auto;
    overscroll-behavior: contain;
    z-index: 3;
  }
  /* The date the map shows, and the way back to today. */
  .player {
    grid-area: map;
    align-self: start;
    justify-self: start;
    width: min(420px, 100% - 92px);
    margin: 16px 16px 16px 76px;
    padding: 10px 14px;
    z-index: 3;
  }
  .page {
    grid-area: 1 / 1 / -1 / -1;
    overflow-y: auto;
    background: var(--ftz-surface);
    z-index: 4;
    min-width: 0;
  }
  /* In the timeline the map is a small picture beside the lanes. */
  .stage[data-mode='timeline'] ftz-map {
    position: absolute;
    right: 28px;
    top: 20px;
    width: 266px;
    height: 410px;
    z-index: 5;
    border-radius: 8px;
    overflow: hidden;
  }
  .map-space {
    height: 410px;
  }
  .stage[data-mode='sources'] ftz-map,
  .stage[data-mode='compare'] ftz-map {
    visibility: hidden;
  }
  .stage[data-mode='timeline'] :is(.legend, .card, .strip, .panel),
  .stage[data-mode='sources'] :is(.legend, .card, .strip, .panel),
  .stage[data-mode='brief'] :is(.legend, .card, .strip, .panel),
  .stage[data-mode='compare'] :is(.legend, .card, .strip, .panel) {
    display: none;
  }
  .stage[data-mode='brief'] ftz-map::part(controls),
  .stage[data-mode='timeline'] ftz-map::part(controls) {
    display: none;
  }
  .stage[data-mode='brief'] {
    grid-template: 'map' 1fr / minmax(0, 1fr);
  }
  .frame.running {
    grid-template: 1fr / 100%;
  }
  /* Beside the tools of the comparison the map shows what they point at, where there is room for both. */
  .stage[data-mode='compare'] ftz-map::part(controls) {
    display: none;
  }
  @container (min-width: 1280px) {
    .stage[data-mode='compare'] {
      grid-template: 'page map' 464px 'page basket' minmax(0, 1fr) / minmax(0, 1fr) 316px;
      background: var(--ftz-surface);
    }
    /* As tall as the zone is at this width; what was put aside lies below it. */
    .stage[data-mode='compare'] ftz-map {
      visibility: visible;
      margin: 16px 28px 0 0;
      border: 1px solid var(--ftz-line);
      border-radius: 8px;
      overflow: hidden;
    }
    .stage[data-mode='compare'] .basket {
      grid-area: basket;
      container: compare / inline-size;
      margin: 8px 28px 16px 0;
      overflow-y: auto;
      scrollbar-width: thin;
    }
    .stage[data-mode='compare'] .page {
      grid-area: page;
    }
  }
  .message {
    grid-area: 1 / 1 / -1 / -1;
    align-content: start;
    width: min(100%, 560px);
    box-sizing: border-box;
    margin: 12vh auto;
    padding: 0 28px;
    display: grid;
    gap: 12px;
    overflow-wrap: anywhere;
  }
  .message ul {
    list-style: disc;
    padding-inline-start: 20px;
  }
  .toast {
    position: absolute;
    left: 50%;
    bottom: 28px;
    translate: -50% 0;
    z-index: 20;
    padding: 10px 16px;
    border-radius: 8px;
    background: var(--ftz-ink);
    color: var(--ftz-surface);
    max-width: min(90%, 520px);
    pointer-events: none;
  }
  /* What is said in the place of a part that did not arrive, or over the page. */
  .absent {
    box-sizing: border-box;
    padding: 16px 20px;
    display: grid;
    gap: 12px;
    align-content: start;
  }
  .absent.page {
    justify-content: center;
    padding-top: 12vh;
  }
  .absent.over {
    position: absolute;
    left: 50%;
    top: 84px;
    translate: -50% 0;
    z-index: 20;
    width: min(100% - 32px, 480px);
  }
  .absent p {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .toast:empty {
    display: none;
  }
  .skip,
  .moving {
    position: absolute;
    left: 12px;
    top: -60px;
    z-index: 30;
    padding: 11px 14px;
    border-radius: 8px;
    background: var(--ftz-ink);
    color: var(--ftz-surface);
  }
  .skip:focus {
    top: 6px;
  }
  /* How to go on from there, told at the first Tab. */
  .moving {
    display: none;
    top: 60px;
  }
  .skip:focus + .moving {
    display: block;
  }
  @container (max-width: 1100px) {
    .stage {
      grid-template: 'panel map' 1fr 'panel strip' 132px / 320px minmax(0, 1fr);
    }
    .stage[data-mode='timeline'] ftz-map {
      visibility: hidden;
    }
    .frame:not(.embedded) .card {
      grid-area: panel;
      width: auto;
      margin: 0;
      max-height: none;
      align-self: stretch;
      justify-self: stretch;
      border-radius: 0;
      box-shadow: none;
      border-right: 1px solid var(--ftz-line);
    }
    .map-space {
      display: none;
    }
  }
  /* On a tablet held upright it stands above the credit, which takes the whole width. */
  @container (max-width: 900px) {
    .legend {
      margin-bottom: 44px;
    }
    .embedded .legend {
      display: none;
    }
  }
  @container (max-width: 900px) and (1px <= height <= 640px) {
    .legend {
      display: none;
    }
  }
  /* In a low window it stands beside the map's buttons rather than over them. */
  @container (1px <= height <= 760px) {
    .legend {
      margin-inline-start: 72px;
    }
  }
  /*
   * A phone held sideways has no height for the strip; the tool of the same name shows it. Where the height is the intrinsic one, the query
   * is told of none at all.
   */
  @container (1px <= height <= 440px) and (min-width: 760px) {
    .stage {
      grid-template-rows: 1fr 0;
    }
    .strip {
      display: none;
    }
  }
  /* In a low box it would cover the buttons. */
  @container (1px <= height <= 640px) {
    .embedded .legend {
      display: none;
    }
  }
  .stage:has(ftz-edit) {
    grid-template-columns: clamp(400px, 37%, 560px) minmax(0, 1fr);
  }
  .stage:has(ftz-edit) :is(.panel, ftz-sheet) {
    visibility: hidden;
  }
  @container (max-width: 759.9px) {
    .frame {
      grid-template: minmax(0, 1fr) auto / 100%;
    }
    ftz-bar {
      grid-row: 2;
    }
    .stage,
    .stage:has(ftz-edit) {
      grid-row: 1;
      grid-template: 'map' 1fr / minmax(0, 1fr);
    }
    .toast {
      bottom: 90px;
    }
    /* The sheet comes from below, the round buttons are in the corner. */
    .player {
      width: auto;
      justify-self: stretch;
      margin: calc(64px + env(safe-area-inset-top)) 12px 0;
    }
    /* Below the round buttons in the corner, and never behind them. */
    .frame:not(.embedded) .page {
      margin-top: calc(60px + env(safe-area-inset-top));
    }
    .embedded .card {
      grid-area: map;
      align-self: end;
      box-sizing: border-box;
      width: auto;
      max-width: 372px;
      max-height: 56%;
      border-right: 0;
      border-radius: 10px 10px 0 0;
      box-shadow: 0 -2px 12px rgb(21 33 43 / 16%);
    }
  }
  /* On paper one below the other, as long as it takes: the map, what it means, the card, the list. */
  @media print {
    :host {
      container-type: normal;
      overflow: visible;
      height: auto;
    }
    .frame {
      position: static;
      display: block;
    }
    .stage {
      display: flex;
      flex-direction: column;
    }
    ftz-map {
      flex: none;
      height: 130mm;
    }
    .stage:is([data-mode='sources'], [data-mode='compare']) ftz-map,
    ftz-bar,
    .strip,
    .skip {
      display: none;
    }
    .legend,
    .card,
    .panel,
    .page {
      width: auto;
      max-height: none;
      margin: 12px 0;
      border: 0;
      overflow: visible;
      box-shadow: none;
    }
    .legend {
      align-self: start;
    }
    .panel {
      order: 1;
    }
  }
`;
