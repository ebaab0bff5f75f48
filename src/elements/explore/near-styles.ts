/** The look of what is near: a heading, where it is measured from, and rows like the list's. */
import {css} from 'lit';

export const nearStyles = css`
  :host {
    display: block;
    border-block: 1px solid var(--ftz-line);
    padding: 12px 0 4px;
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 0 8px 0 20px;
  }
  h2 {
    flex: 1;
    font-size: 18px;
    line-height: 24px;
    overflow-wrap: break-word;
    min-width: 0;
  }
  .close {
    width: 44px;
    height: 44px;
    display: grid;
    place-items: center;
    flex: none;
  }
  form {
    display: flex;
    gap: 8px;
    padding: 4px 20px 6px;
  }
  .me {
    padding: 0 10px;
    font-size: 14px;
    white-space: nowrap;
  }
  input {
    flex: 1;
    min-width: 0;
    min-height: 44px;
    padding: 0 10px;
    font-size: 14px;
    border: 1px solid var(--ftz-line-2);
    border-radius: 8px;
    background: var(--ftz-surface);
  }
  input::placeholder {
    color: var(--ftz-ink-3);
    opacity: 1;
  }
  #how,
  .said,
  .inset,
  .point,
  .foot {
    padding-inline: 20px;
  }
  .said:empty {
    display: none;
  }
  .offers {
    padding-top: 4px;
  }
  .offers button,
  .row {
    display: block;
    width: 100%;
    min-height: 44px;
    padding: 6px 20px;
    font-size: 14px;
    line-height: 19px;
  }
  .offers button {
    font-weight: 600;
  }
  :is(.offers button, .row):hover {
    background: var(--ftz-sunk);
  }
  :is(.offers button, .row):focus-visible {
    outline-offset: -3px;
    box-shadow: none;
  }
  .point {
    display: grid;
    gap: 10px;
    padding-block: 6px 4px;
  }
  h3 {
    margin: 14px 20px 2px;
    font-size: 13.5px;
    line-height: 18px;
    font-weight: 650;
  }
  .rows li {
    border-top: 1px solid var(--ftz-line);
  }
  .row {
    display: grid;
    grid-template-columns: 16px minmax(0, 1fr) auto;
    column-gap: 12px;
    align-items: center;
    min-height: 48px;
    padding-block: 5px;
  }
  .lines {
    width: 16px;
    height: 16px;
  }
  .name {
    display: block;
    font-size: 14.5px;
    font-weight: 600;
    overflow-wrap: break-word;
  }
  .way,
  .accuracy {
    font-size: 12.5px;
    line-height: 17px;
    color: var(--ftz-ink-3);
    font-variant-numeric: tabular-nums;
  }
  .way b {
    font-weight: 600;
    color: var(--ftz-ink-2);
  }
  .accuracy {
    white-space: nowrap;
  }
  .foot {
    padding-block: 12px 10px;
  }
  @container (max-width: 350px) {
    form {
      flex-wrap: wrap;
    }
  }
`;
