/** What a saved file carries of its maker: the view, what the browser keeps for the atlas (briefings, notes), and the data that were opened. */
import {isRecord} from './protocol.ts';

const id = 'ftz-state';
/** The attribute of the blocks that hold data of the reader's own: one block would be one long task to whoever reads it. */
const zoneMark = 'data-ftz-zone';
/** Everything the atlas keeps in a browser begins so. */
const prefix = 'ftz';

/** Storage may be forbidden, as in a sandbox; then nothing is kept. */
function storage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}

/** In a data block `<` is escaped, so that no note can end it. The mark is an attribute as a page writes it when it is read back, so that it is found and replaced. */
const block = (mark: string, json: string): string => `<script type="application/json" ${mark}>${json.replaceAll('<', String.raw`\u003c`)}</script>`;

/** The data blocks for the page. */
export function stateBlocks(query: string, zone: readonly string[] | null): readonly string[] {
  const kept = storage();
  const stored = kept === null ? {} : Object.fromEntries(Object.entries(kept).filter(([key, value]) => key.startsWith(prefix) && typeof value === 'string'));
  return [block(`id="${id}"`, JSON.stringify({query, stored})), ...(zone ?? []).map((json) => block(`${zoneMark}=""`, json))];
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
const idOf = (record: unknown): unknown => (isRecord(record) ? record['id'] : undefined);

/** The file's records with those of this browser that it lacks. What are no lists of records is the file's. */
export function mergeStored(ofFile: string, ofBrowser: string | null): string {
  const [mine, theirs] = [parsed(ofFile), ofBrowser === null ? null : parsed(ofBrowser)];
  if (!Array.isArray(mine) || !Array.isArray(theirs)) return ofFile;
  const known = new Set(mine.map(idOf));
  return JSON.stringify([...mine, ...theirs.filter((record) => !known.has(idOf(record)))]);
}

/** What the atlas itself must open. */
export interface SavedState {
  readonly query: string | null;
  /** Data of the reader's own, as `packZone` wrote them. */
  readonly zone: readonly string[] | null;
}

/** Puts what a saved file carries where the atlas looks for it; returns the rest. */
export function unpackState(): SavedState {
  const state = parsed(document.getElementById(id)?.textContent ?? 'null');
  if (!isRecord(state)) return {query: null, zone: null};
  const {query, stored} = state;
  const zone = Array.from(document.querySelectorAll(`script[${zoneMark}]`), ({textContent}) => textContent);
  const kept = storage();
  if (kept !== null && isRecord(stored))
    for (const [key, text] of Object.entries(stored)) {
      if (!key.startsWith(prefix) || typeof text !== 'string') continue;
      try {
        kept.setItem(key, mergeStored(text, kept.getItem(key)));
      } catch {
        // Full or forbidden: the view opens all the same.
        break;
      }
    }
  return {query: typeof query === 'string' ? query : null, zone: zone.length > 0 ? zone : null};
}
