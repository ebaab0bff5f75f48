/** Facts of anybody's, read with suspicion: an atlas that all may rely on, or a `DataError` that names the first faults. */
import {indexAtlas, type Atlas} from '../../model/atlas.ts';
import {parseAtlas, parseFirstPart, parseLeftOut, parseReadings} from '../../model/parse.ts';
import {DataError} from './data-error.ts';

/** What `atlas.json` holds. */
export function readAtlas(data: unknown): Atlas {
  const parsed = parseAtlas(data);
  if (!parsed.ok) throw new DataError('atlas.json', parsed.problems);
  return indexAtlas(parsed.atlas, parseReadings(data), parseLeftOut(data));
}

/** What `first.json` holds. */
export function readFirstPart(data: unknown): Atlas {
  const parsed = parseFirstPart(data);
  if (!parsed.ok) throw new DataError('first.json', parsed.problems);
  return indexAtlas(parsed.atlas);
}
