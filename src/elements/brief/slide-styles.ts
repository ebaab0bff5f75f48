/** How a step looks on the stage. Sizes are those of a stage of 1920 × 1080, and shrink or grow with it. */
import {css} from 'lit';
import {toneRules} from '../common/tone-rules.ts';

export const slideStyles = css`
  :host {
    position: absolute;
    inset: 0;
    container: stage / size;
    pointer-events: none;
  }
  .stage {
    /* Long words make the type smaller, down to the least, before they make the last row scroll. */
    --fit: 1;
    --least: clamp(13px, min(1.04cqw, 1.85cqh), 40px);
    --title: calc(var(--fit) * clamp(28px, min(3.5cqw, 6.2cqh), 144px));
    --text: max(var(--least), calc(var(--fit) * clamp(17px, min(1.56cqw, 2.78cqh), 64px)));
    --small: max(var(--least), calc(var(--fit) * clamp(15px, min(1.25cqw, 2.2cqh), 50px)));
    --ftz-source-link-size: var(--least);
    position: absolute;
    inset: 0;
    display: grid;
    grid-template: minmax(0, 1fr) auto 5px / 41% minmax(0, 1fr);
    background: linear-gradient(to right, var(--ftz-surface) 38%, color-mix(in srgb, var(--ftz-surface) 70%, transparent) 41.5%, transparent 46%);
  }
  .stage.with-tool {
    background: var(--ftz-surface);
  }
  .text {
    pointer-events: auto;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: min(5cqw, 8cqh) 1cqw 12px 5cqw;
    display: flex;
    flex-direction: column;
  }
  .tool {
    grid-area: 1 / 2 / 3 / 3;
    pointer-events: auto;
    position: relative;
    overflow: auto;
    display: grid;
    border-inline-start: 1px solid var(--ftz-line);
    background: var(--ftz-surface);
  }
  /* A tool's own sizes are for a desk; the stage is read from the last row. A matrix keeps all its columns in sight. */
  @container stage (min-width: 1200px) and (min-height: 640px) {
    ftz-timeline-view {
      zoom: 1.2;
    }
  }
  @container stage (min-width: 1700px) and (min-height: 900px) {
    ftz-timeline-view {
      zoom: 1.5;
    }
    ftz-compare {
      zoom: 1.3;
    }
  }
  .controls {
    grid-area: 2 / 1;
    min-width: 0;
  }
  h1 {
    font-size: var(--title);
    line-height: 1.08;
    text-wrap: balance;
    overflow-wrap: break-word;
  }
  h1:lang(zh-CN) {
    line-height: 1.3;
    font-size: calc(var(--title) * 0.86);
  }
  .clause {
    display: inline-block;
  }
  :is(h1, .words, .more) span {
    line-height: inherit;
  }
  /* As a box of its own it brings no space of the line's to the start of the next. */
  :is(h1, .words, .more) .nowrap {
    display: inline-block;
  }
  .word {
    white-space: nowrap;
  }
  .words {
    font-size: var(--text);
    line-height: 1.42;
    margin-top: 0.75em;
    text-wrap: pretty;
  }
  .words:lang(zh-CN) {
    line-height: 1.6;
  }
  .rows {
    margin-top: calc(var(--text) * 1.1);
    display: grid;
  }
  .rows li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 1em;
    padding: 0.4em 0;
    border-top: 1px solid var(--ftz-line);
    font-size: var(--small);
    line-height: 1.36;
  }
  .rows ftz-mark {
    width: 0.8em;
    height: 0.8em;
    vertical-align: -0.05em;
    margin-inline-end: 0.45em;
  }
  .name {
    font-weight: 650;
    text-wrap: pretty;
  }
  ${toneRules((tone) => `[data-tone='${tone}'] .name{color:var(--ftz-${tone}-text)}`)}
  .value {
    font-variant-numeric: tabular-nums lining-nums;
    white-space: nowrap;
  }
  .doubtful .value {
    white-space: normal;
    border: 1.2px dashed var(--ftz-ink-3);
    border-radius: 4px;
    padding: 0 0.4em;
    max-width: 16em;
    align-self: start;
  }
  .more {
    grid-column: 1 / -1;
    font-size: var(--least);
    color: var(--ftz-ink-2);
  }
  .foot {
    font-size: var(--least);
    line-height: 1.4;
    color: var(--ftz-ink-3);
    margin-top: auto;
    padding-top: 12px;
    /* Who says so stays in sight when the words are scrolled. */
    position: sticky;
    bottom: -12px;
    margin-bottom: -12px;
    padding-bottom: 12px;
    background: linear-gradient(to right, var(--ftz-surface) 97%, transparent);
  }
  .source {
    display: flex;
    align-items: baseline;
    gap: 0.8em;
  }
  .source p {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .source ftz-source-link {
    font-size: inherit;
  }
  .own {
    align-self: flex-start;
    border: 1.2px dashed var(--ftz-ink-3);
    border-radius: 4px;
    padding: 1px 8px;
    margin-bottom: 0.7em;
    font-size: var(--least);
    color: var(--ftz-ink-2);
  }
  @container stage (max-width: 759.9px) {
    .stage {
      --least: 12.5px;
      --title: calc(var(--fit) * clamp(22px, 6.4cqw, 30px));
      --text: max(14px, calc(var(--fit) * 15.5px));
      --small: max(13px, calc(var(--fit) * 14px));
      inset: auto 0 0;
      /* The same height for every step: the map's scale and credit stand right above it. */
      height: 54cqh;
      grid-template: minmax(0, 1fr) auto 5px / 100%;
      background: var(--ftz-surface);
      border-radius: 16px 16px 0 0;
      box-shadow:
        0 -1px 2px rgb(21 33 43 / 10%),
        0 -6px 20px rgb(21 33 43 / 10%);
      overflow: hidden;
    }
    .stage.with-tool {
      inset: 0;
      height: auto;
      border-radius: 0;
      grid-template: 46cqh minmax(0, 1fr) auto 5px / 100%;
    }
    .with-tool .tool {
      grid-area: 1 / 1;
      border: 0;
      border-bottom: 1px solid var(--ftz-line);
    }
    .with-tool .text {
      grid-area: 2 / 1;
    }
    .with-tool .controls {
      grid-area: 3 / 1;
    }
    .text {
      padding: 18px 16px 8px;
    }
    .controls {
      border-top: 1px solid var(--ftz-line);
    }
    /* The step's own title stands right below. */
    ftz-compare {
      --ftz-tool-head: none;
    }
  }
  /* A phone on its side. */
  @container stage (min-width: 760px) and (max-height: 479.9px) {
    .stage {
      --title: calc(var(--fit) * 22px);
      --text: max(13px, calc(var(--fit) * 15px));
      --small: max(13px, calc(var(--fit) * 14px));
      --least: 12px;
    }
    .text {
      padding: 14px 8px 12px 20px;
    }
    ftz-compare {
      --ftz-tool-head: none;
    }
  }
  @media (forced-colors: active) {
    .stage:not(.with-tool) {
      background: Canvas;
      inset-inline-end: 59%;
      grid-template-columns: 100%;
    }
  }
`;
