import {css} from 'lit';

/** What stands in a file, as it stands there. */
export const codeStyles = css`
  code {
    font:
      12.5px/18px ui-monospace,
      Menlo,
      Consolas,
      monospace;
    color: var(--ftz-ink-2);
  }
`;
