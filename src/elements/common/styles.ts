/** The style every element starts from: type, focus, buttons, chips, links. Colours come from the custom properties the root sets. */
import {css, unsafeCSS} from 'lit';
import {fonts} from '../../theme/tokens.ts';

const sans = unsafeCSS(fonts.sans);
const serif = unsafeCSS(fonts.serif);

export const baseStyles = css`
  :host {
    font: 400 15px/22px ${sans};
    color: var(--ftz-ink);
    text-autospace: normal;
    line-break: strict;
    box-sizing: border-box;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  :lang(zh-CN) {
    line-height: 1.6;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  .serif {
    font-family: ${serif};
    font-weight: 600;
    letter-spacing: -0.008em;
  }
  .serif:lang(zh-CN) {
    font-weight: 700;
    letter-spacing: 0;
  }
  .quiet {
    color: var(--ftz-ink-3);
    font-size: 12.5px;
    line-height: 17px;
  }
  .nowrap {
    white-space: nowrap;
  }
  button,
  input,
  select,
  summary {
    font: inherit;
    color: inherit;
  }
  button {
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
    text-align: start;
  }
  a {
    color: inherit;
    text-underline-offset: 3px;
  }
  :focus-visible {
    outline: 2px solid var(--ftz-ink);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--ftz-surface);
    border-radius: 4px;
  }
  svg.icon {
    width: 18px;
    height: 18px;
    stroke-width: 1.75;
    flex: none;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 44px;
    padding: 0 14px;
    border: 1px solid var(--ftz-line-2);
    border-radius: 8px;
    font-weight: 600;
    background: var(--ftz-surface);
    text-decoration: none;
  }
  .button:hover {
    background: var(--ftz-sunk);
  }
  .button.primary {
    background: var(--ftz-ink);
    border-color: var(--ftz-ink);
    color: var(--ftz-surface);
  }
  .button.primary:hover {
    background: var(--ftz-ink-2);
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    height: 30px;
    padding: 0 12px;
    border: 1px solid var(--ftz-line-2);
    border-radius: 15px;
    font-size: 14px;
    background: var(--ftz-surface);
    position: relative;
    white-space: nowrap;
  }
  /* The finger's target is 44 px though the chip is 30. */
  .chip::after {
    content: '';
    position: absolute;
    inset: -7px -4px;
  }
  .chip[aria-expanded='true'],
  .chip[aria-pressed='true'] {
    background: var(--ftz-ink);
    border-color: var(--ftz-ink);
    color: var(--ftz-surface);
  }
  /* Drawn by us: where the ink is light, browsers draw an empty box of their own white on any ground. */
  input:is([type='checkbox'], [type='radio']) {
    appearance: none;
    display: inline-grid;
    place-content: center;
    flex: none;
    width: 18px;
    height: 18px;
    margin: 0;
    border: 1px solid var(--ftz-line-2);
    border-radius: 4px;
    background: var(--ftz-surface);
    cursor: pointer;
  }
  input[type='radio'] {
    border-radius: 9px;
  }
  input:is([type='checkbox'], [type='radio']):checked {
    border-color: var(--ftz-ink);
    background: var(--ftz-ink);
  }
  input:is([type='checkbox'], [type='radio']):checked::before {
    content: '';
    width: 8px;
    height: 8px;
    border-radius: 4px;
    background: var(--ftz-surface);
  }
  input[type='checkbox']:checked::before {
    width: 12px;
    height: 12px;
    border-radius: 0;
    clip-path: polygon(10% 48%, 0 58%, 38% 96%, 100% 20%, 89% 11%, 37% 74%);
  }
  .floating {
    background: var(--ftz-raised);
    border-radius: 10px;
    box-shadow:
      0 1px 2px rgb(21 33 43 / 10%),
      0 6px 20px rgb(21 33 43 / 10%);
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (pointer: coarse) {
    .chip {
      height: 36px;
      border-radius: 18px;
    }
    /* A finger's target is 44 px, whatever room the words take in their line. */
    .link,
    .reach {
      position: relative;
    }
    :is(.link, .reach)::after {
      content: '';
      position: absolute;
      inset: 50% auto auto 50%;
      width: 100%;
      height: 100%;
      min-width: 44px;
      min-height: 44px;
      translate: -50% -50%;
    }
  }
  @media (forced-colors: active) {
    /* Shadows are gone there. */
    .floating {
      border: 1px solid ButtonBorder;
    }
    input:is([type='checkbox'], [type='radio']) {
      appearance: auto;
    }
    .button,
    .chip {
      border-color: ButtonBorder;
    }
    .button.primary,
    .chip[aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
