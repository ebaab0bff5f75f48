/** The one file's entry: typefaces first, since they are here already and the map's labels are drawn once. */
import {unpackState} from './embed/packed.ts';
import {connectFrame} from './frame.ts';
import {readView} from './state/url.ts';
import {loadFonts} from './theme/fonts.ts';

await loadFonts();
const saved = unpackState();
await import('./elements/atlas/ftz-atlas.ts');
const {PackedZoneEvent} = await import('./elements/own/own-data.ts');
const atlas = document.querySelector('ftz-atlas');
// A query that somebody put behind the file's name is newer than what was saved.
const view = saved.query !== null && location.search === '' ? readView(saved.query).view : null;
if (atlas && saved.zone !== null) {
  // What is chosen of the zone is not there yet.
  if (view) atlas.view = {...view, place: null};
  const event = new PackedZoneEvent(saved.zone);
  atlas.dispatchEvent(event);
  await event.opened;
}
if (atlas && view) atlas.view = view;
await connectFrame();
