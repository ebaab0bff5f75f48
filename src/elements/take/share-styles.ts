/** The panel of sharing: choices on the left, what comes of them on the right. */
import {css} from 'lit';

export const shareStyles = css`
  dialog {
    width: min(860px, calc(100vw - 32px));
    max-height: min(760px, calc(100dvh - 32px));
    padding: 0 24px 20px;
    border: 0;
    border-radius: 12px;
    background: var(--ftz-raised);
    color: var(--ftz-ink);
    overflow-y: auto;
    overscroll-behavior: contain;
  }
  dialog::backdrop {
    background: rgb(10 16 22 / 45%);
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    position: sticky;
    top: 0;
    z-index: 1;
    padding: 16px 0 8px;
    background: inherit;
  }
  h2 {
    font-size: 21px;
    line-height: 28px;
  }
  .close {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    margin-inline-end: -12px;
  }
  .kinds {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 4px 0 18px;
  }
  .columns {
    display: flex;
    gap: 28px;
    align-items: start;
  }
  .choices {
    flex: 0 0 250px;
    display: grid;
    gap: 12px;
  }
  label {
    display: grid;
    gap: 4px;
    font-size: 13.5px;
    color: var(--ftz-ink-2);
  }
  select,
  textarea {
    width: 100%;
    min-height: 44px;
    padding: 8px 10px;
    border: 1px solid var(--ftz-line-2);
    border-radius: 8px;
    background: var(--ftz-surface);
    color: var(--ftz-ink);
    font-size: 14px;
  }
  textarea {
    font:
      13px/19px ui-monospace,
      monospace;
    resize: vertical;
    overflow-wrap: anywhere;
  }
  .result {
    flex: 1;
    min-width: 0;
    display: grid;
    /* Not as wide as its widest word. */
    grid-template-columns: minmax(0, 1fr);
    gap: 12px;
    justify-items: start;
  }
  .buttons {
    display: flex;
    gap: 8px;
  }
  .buttons:empty {
    display: none;
  }
  .warnings {
    display: grid;
    gap: 4px;
    overflow-wrap: anywhere;
  }
  figure {
    max-width: 100%;
    overflow: hidden;
    border: 1px solid var(--ftz-line);
    border-radius: 6px;
  }
  iframe {
    border: 0;
    transform-origin: 0 0;
    display: block;
  }
  .code {
    width: 232px;
    height: 232px;
  }
  .note {
    min-height: 22px;
    margin-top: 14px;
    color: var(--ftz-ink-2);
  }
  @media (max-width: 700px) {
    dialog {
      padding: 0 16px 16px;
    }
    .columns {
      flex-direction: column;
      align-items: stretch;
    }
    .choices {
      flex: none;
      grid-template-columns: 1fr 1fr;
    }
  }
`;
