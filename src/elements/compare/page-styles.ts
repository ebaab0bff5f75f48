/** What the pages of the comparison share: title and lead, fields and checks to choose by, links within text, a sign to add or take out. */
import {css} from 'lit';

export const pageStyles = css`
  :host {
    display: block;
  }
  h1 {
    font-size: 28px;
    line-height: 34px;
    text-wrap: balance;
  }
  /* A Chinese title breaks where it pauses, not within its words. */
  h1:lang(zh-CN) {
    word-break: keep-all;
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: 20px;
    line-height: 26px;
  }
  .lead {
    color: var(--ftz-ink-2);
    margin-top: 4px;
    max-width: 960px;
    text-wrap: pretty;
  }
  /* The title, and what it is of at the other end. */
  .split {
    display: var(--ftz-tool-head, flex);
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: 12px 28px;
    margin-bottom: 20px;
  }
  .split .title {
    flex: 1 1 480px;
  }
  .fields {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-end;
    gap: 12px 28px;
    margin-top: 16px;
  }
  .fields :is(label, .choice),
  .field {
    display: inline-flex;
    flex-direction: column;
    gap: 2px;
    font-size: 12.5px;
    line-height: 17px;
    color: var(--ftz-ink-3);
  }
  .fields :is(select, input),
  .field select {
    height: 40px;
    max-width: min(100%, 300px);
    padding: 0 8px;
    font-size: 15px;
    border: 1px solid var(--ftz-line-2);
    border-radius: 8px;
    background: var(--ftz-surface);
    color: var(--ftz-ink);
  }
  .check {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    font-size: 13.5px;
    cursor: pointer;
  }
  .link {
    min-height: 24px;
    text-decoration: underline;
    text-decoration-color: var(--ftz-line-2);
    text-underline-offset: 3px;
  }
  .link.tall {
    min-height: 40px;
  }
  .toggle {
    display: inline-grid;
    place-items: center;
    flex: none;
    width: 26px;
    height: 26px;
    border: 1px solid var(--ftz-line-2);
    border-radius: 13px;
    color: var(--ftz-ink);
    position: relative;
  }
  /* The finger's target is 44 px though the sign is 26. */
  .toggle::after {
    content: '';
    position: absolute;
    inset: -10px;
  }
  .toggle svg.icon {
    width: 14px;
    height: 14px;
  }
  .toggle[aria-pressed='true'] {
    background: var(--ftz-ink);
    border-color: var(--ftz-ink);
    color: var(--ftz-surface);
  }
  .toggle[aria-disabled='true'] {
    opacity: 0.4;
  }
  @container compare (max-width: 759.9px) {
    h1 {
      font-size: 24px;
      line-height: 29px;
    }
    /* The longest run between two pauses, of 14 letters, keeps to one line: cut by force, it would begin the next with a colon. */
    h1:lang(zh-CN) {
      font-size: min(24px, 6.25cqi);
    }
  }
  @media (pointer: coarse) {
    .fields :is(select, input),
    .field select,
    .link.tall {
      min-height: 44px;
    }
  }
  @media print {
    .fields {
      display: none;
    }
  }
`;
