import {css} from 'lit';

/** The dialog of one's own data, and the table of it. */
export const importStyles = css`
  dialog {
    width: min(760px, calc(100vw - 24px));
    max-height: calc(100dvh - 24px);
    padding: 0;
    border: 0;
    border-radius: 10px;
    background: var(--ftz-raised);
    color: var(--ftz-ink);
    box-shadow:
      0 1px 2px rgb(21 33 43 / 10%),
      0 6px 20px rgb(21 33 43 / 10%);
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog.wide {
    width: min(1120px, calc(100vw - 24px));
  }
  dialog::backdrop {
    background: rgb(21 33 43 / 40%);
  }
  header {
    display: flex;
    align-items: center;
    justify-content: space-between;
    padding: 12px 12px 8px 24px;
  }
  h2 {
    font-size: 21px;
    line-height: 28px;
  }
  h3 {
    font-size: 15px;
    line-height: 22px;
    font-weight: 650;
  }
  .x {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    border-radius: 8px;
  }
  .x:hover {
    background: var(--ftz-sunk);
  }
  .body {
    padding: 4px 24px 20px;
    overflow-y: auto;
  }
  section + section {
    margin-top: 18px;
    padding-top: 14px;
    border-top: 1px solid var(--ftz-line);
  }
  footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 10px;
    padding: 12px 24px;
    border-top: 1px solid var(--ftz-line);
  }
  .drop {
    display: grid;
    justify-items: center;
    gap: 10px;
    padding: 36px 20px;
    border: 1.5px dashed var(--ftz-line-2);
    border-radius: 10px;
    text-align: center;
  }
  .drop p {
    max-width: 52ch;
  }
  .drop.over {
    background: var(--ftz-sunk);
    border-style: solid;
  }
  .big {
    font-size: 17px;
    font-weight: 600;
  }
  progress {
    width: 100%;
    height: 6px;
    margin: 8px 0;
    accent-color: var(--ftz-ink);
  }
  .fields {
    display: grid;
    grid-template-columns: minmax(110px, auto) minmax(150px, 220px) minmax(0, 1fr);
    gap: 4px 14px;
    align-items: center;
    margin-top: 8px;
  }
  .fields .quiet {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 14px;
    margin-top: 8px;
  }
  select,
  input[type='text'] {
    min-height: 36px;
    padding: 4px 8px;
    border: 1px solid var(--ftz-line-2);
    border-radius: 7px;
    background: var(--ftz-surface);
    max-width: 100%;
  }
  .pick select {
    width: 100%;
  }
  label.choice {
    display: inline-flex;
    align-items: center;
    gap: 7px;
    min-height: 36px;
  }
  .faults li {
    padding: 7px 0;
    border-top: 1px solid var(--ftz-line);
    font-size: 14px;
    line-height: 20px;
    overflow-wrap: anywhere;
  }
  .mends {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    padding: 10px 0;
  }
  details summary {
    min-height: 36px;
    padding-top: 6px;
    cursor: pointer;
    font-weight: 600;
    font-size: 14px;
  }
  @media (max-width: 560px) {
    .body {
      padding-inline: 16px;
    }
    .fields {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.3fr);
    }
    .fields > .quiet {
      display: none;
    }
  }
  @media (pointer: coarse) {
    select,
    input[type='text'],
    label.choice,
    details summary {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    dialog {
      border: 1px solid ButtonBorder;
    }
  }
`;
