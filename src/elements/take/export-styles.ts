/** How the export dialog looks. */
import {css} from 'lit';

export const exportStyles = css`
  dialog {
    width: min(460px, calc(100vw - 24px));
    max-height: calc(100dvh - 24px);
    overflow-y: auto;
    padding: 0;
    border: 0;
    color: var(--ftz-ink);
    font-size: 15px;
  }
  dialog::backdrop {
    background: rgb(13 20 26 / 45%);
  }
  form {
    display: grid;
    gap: 16px;
    padding: 20px;
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
  }
  h2 {
    font-size: 22px;
    line-height: 26px;
  }
  .close {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    margin: -8px -12px -8px 0;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  .switch {
    display: flex;
    border: 1px solid var(--ftz-line-2);
    border-radius: 8px;
  }
  .switch label {
    flex: 1;
    display: grid;
    place-items: center;
    min-height: 42px;
    border-radius: 7px;
    cursor: pointer;
  }
  .switch input {
    position: absolute;
    opacity: 0;
    pointer-events: none;
  }
  .switch label:has(:checked) {
    background: var(--ftz-ink);
    color: var(--ftz-surface);
    font-weight: 600;
  }
  .switch label:has(:focus-visible) {
    outline: 2px solid var(--ftz-ink);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--ftz-surface);
  }
  .row {
    display: grid;
    grid-template-columns: 96px 1fr;
    align-items: center;
    gap: 12px;
  }
  .row > span {
    color: var(--ftz-ink-2);
    font-size: 13.5px;
  }
  select {
    width: 100%;
    min-width: 0;
    min-height: 44px;
    padding: 0 10px;
    border: 1px solid var(--ftz-line-2);
    border-radius: 8px;
    background: var(--ftz-surface);
    text-overflow: ellipsis;
  }
  footer {
    display: flex;
    gap: 12px;
    justify-content: flex-end;
    align-items: center;
    flex-wrap: wrap;
  }
  progress {
    flex: 1 1 120px;
    height: 4px;
    border: 0;
    border-radius: 2px;
    background: var(--ftz-line);
    overflow: hidden;
    accent-color: var(--ftz-ink);
  }
  progress::-webkit-progress-bar {
    background: var(--ftz-line);
  }
  progress::-webkit-progress-value {
    background: var(--ftz-ink);
  }
  .status:empty {
    display: none;
  }
  .status {
    font-size: 13.5px;
    line-height: 18px;
    overflow-wrap: anywhere;
  }
  @media (max-width: 420px) {
    .row {
      grid-template-columns: 1fr;
      gap: 4px;
    }
  }
  @media (forced-colors: active) {
    dialog {
      border: 1px solid CanvasText;
    }
    .switch label:has(:checked) {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
`;
