/** How the ranking looks: weights left, stacked bars right, what is not ranked below a rule. */
import {css} from 'lit';

export const rankingStyles = css`
  .choices {
    display: grid;
    justify-items: end;
    gap: 4px;
  }
  .both {
    display: grid;
    grid-template-columns: minmax(0, 420px) minmax(0, 1fr);
    gap: 28px 48px;
    align-items: start;
  }
  .result {
    display: grid;
    gap: 24px;
    min-width: 0;
  }
  ol > li {
    border-bottom: 1px solid var(--ftz-line);
  }
  .row {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  .open {
    flex: 1;
    min-width: 0;
    display: grid;
    grid-template-columns: 22px 14px minmax(70px, 190px) minmax(60px, 1fr) 52px;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    border-radius: 4px;
  }
  .open:hover .name {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .lit {
    background: var(--ftz-sunk);
    box-shadow: -6px 0 var(--ftz-ink);
  }
  .place {
    color: var(--ftz-ink-3);
    text-align: end;
    font-variant-numeric: tabular-nums;
  }
  .dot {
    width: 11px;
    height: 11px;
    border-radius: 6px;
    background: var(--mark);
    flex: none;
  }
  .dot.hollow {
    background: none;
    border: 1.5px solid var(--mark);
  }
  .name {
    font-weight: 600;
    line-height: 18px;
    overflow-wrap: anywhere;
  }
  .bar {
    width: 100%;
    height: 20px;
    color: var(--ftz-ink);
    overflow: visible;
  }
  .bar path {
    stroke: var(--ftz-surface);
    stroke-width: 2px;
    vector-effect: non-scaling-stroke;
  }
  .score {
    font-weight: 650;
    text-align: end;
    font-variant-numeric: tabular-nums lining-nums;
  }
  dl {
    margin: 0 0 10px 44px;
    font-size: 13.5px;
    line-height: 18px;
  }
  dl > div {
    display: grid;
    grid-template-columns: minmax(120px, 190px) 1fr;
    gap: 8px;
    padding: 3px 0;
  }
  dt {
    color: var(--ftz-ink-2);
  }
  .swatch {
    width: 11px;
    height: 11px;
    color: var(--ftz-ink);
  }
  .more {
    margin-top: 12px;
  }
  .apart h2 {
    font-size: 15px;
    line-height: 22px;
    font-weight: 650;
  }
  .apart .button {
    margin-top: 8px;
  }
  .apart li {
    display: grid;
    grid-template-columns: 22px minmax(90px, 200px) 1fr;
    align-items: center;
    gap: 8px;
    min-height: 30px;
    padding: 3px 0;
  }
  .apart li .dot {
    justify-self: end;
  }
  .apart .name {
    font-weight: 400;
  }
  @container compare (max-width: 900px) {
    .both {
      grid-template-columns: minmax(0, 1fr);
    }
    /* The answer first, the controls after it. */
    .result {
      order: -1;
    }
    .choices {
      justify-items: start;
    }
  }
  @container compare (max-width: 759.9px) {
    .open {
      grid-template-columns: 18px 12px minmax(64px, 96px) minmax(50px, 1fr) 40px;
      gap: 6px;
    }
    dl {
      margin-inline-start: 24px;
    }
  }
  @media (forced-colors: active) {
    .bar,
    .swatch {
      color: CanvasText;
    }
    .dot {
      border: 1.5px solid CanvasText;
    }
  }
`;
