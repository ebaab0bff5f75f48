/** The controls of the stage: buttons below the text, progress along the foot, the black screen and the spotlight. */
import {css} from 'lit';

export const briefStageStyles = css`
  :host {
    position: absolute;
    inset: 0;
    container: stage / size;
    pointer-events: none;
    --least: clamp(13px, min(1.04cqw, 1.85cqh), 40px);
  }
  .controls {
    --least: clamp(13px, min(1.04cqw, 1.85cqh), 40px);
    pointer-events: auto;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
    padding: 4px 1cqw 10px 5cqw;
  }
  .controls .button {
    font-size: max(15px, var(--least));
    min-height: max(44px, calc(var(--least) * 2.2));
  }
  .count {
    font-size: var(--least);
    color: var(--ftz-ink-2);
    font-variant-numeric: tabular-nums;
    margin-inline: 8px auto;
    white-space: nowrap;
  }
  .plain {
    border-color: transparent;
    background: none;
    font-weight: 400;
    padding: 0 8px;
    min-width: 44px;
  }
  .button[aria-disabled='true'] {
    opacity: 0.45;
  }
  .steps {
    pointer-events: auto;
    position: absolute;
    inset: auto 0 0;
    display: flex;
    gap: 3px;
  }
  .steps li {
    flex: 1;
    position: relative;
  }
  .steps button {
    display: block;
    width: 100%;
    height: 24px;
    position: relative;
  }
  /* The segment is 5 px, what a pointer may hit 24. */
  .steps button::after,
  .fill {
    content: '';
    position: absolute;
    inset: auto 0 0;
    height: 5px;
    background: var(--ftz-line);
  }
  .steps .done::after {
    background: var(--ftz-ink-3);
  }
  .steps [aria-current]:not(.timed)::after,
  .fill {
    background: var(--ftz-ink);
  }
  .fill {
    pointer-events: none;
    transform-origin: left;
    animation: fill linear both;
  }
  @keyframes fill {
    from {
      transform: scaleX(0);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .fill {
      animation: none;
    }
  }
  .black {
    position: fixed;
    inset: 0;
    width: 100%;
    height: 100%;
    max-width: none;
    max-height: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: #000;
    color: #000;
    pointer-events: auto;
    cursor: none;
  }
  .spot {
    position: absolute;
    inset: 0;
    background: radial-gradient(circle at var(--x, 50%) var(--y, 50%), transparent 9cqh, rgb(0 0 0 / 55%) 9.6cqh);
  }
  .notice {
    color: var(--ftz-ink-2);
  }
  /* A frame or a phone, upright or on its side: one line of buttons. The segments at the foot tell the step, and the count the digits only. */
  @container stage (max-width: 1099.9px) or (max-height: 479.9px) {
    .controls {
      gap: 2px;
      justify-content: space-between;
    }
    .controls .button {
      min-height: 44px;
      padding-inline: 10px;
    }
    .controls .plain {
      padding-inline: 0;
    }
    .word,
    .count:not(.typing) {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  @container stage (max-width: 759.9px) {
    .controls {
      padding: 4px 16px 8px;
    }
  }
  @container stage (min-width: 760px) and (max-height: 479.9px) {
    .controls {
      padding: 4px 8px 8px 12px;
    }
  }
  @media (forced-colors: active) {
    .steps [aria-current]::after,
    .fill {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  @media print {
    .controls,
    .steps {
      display: none;
    }
  }
`;
