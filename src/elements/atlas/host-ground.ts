/**
 * Fetches what a host puts in place of the schematic ground: a `ground.json` with its layers, or an online style. Only HTML and scripts
 * of the page can ask for it, never a link. Its faults say file, line and column; the schematic stays then.
 *
 * A page with a content security policy must allow it: `connect-src` (and `img-src` for pictures) must name the origin of an online
 * style, of its tiles and of its sprite. For files beside the page `'self'` is enough.
 */
import type {FeatureCollection} from 'geojson';
import type {SourceSpecification, StyleSpecification} from 'maplibre-gl';
import {sayFault} from '../../i18n/faults.ts';
import {checkGeometry} from '../../import/geometry.ts';
import {detailedGround, type DetailedLayer} from '../../map/detailed-ground.ts';
import type {MapGround} from '../../map/map-ground.ts';
import {onlineStyle} from '../../map/online-style.ts';
import {parseGroundFile} from '../../model/ground-file.ts';
import {locateAll, spotOf, syntaxOffset} from '../../model/locate.ts';
import type {Problem} from '../../model/problem.ts';
import {DataError} from '../data/data-error.ts';
import {readFile} from '../data/read-file.ts';

const mostProblems = 5;
/** A tile of zoom 12 tells a metre apart. */
const finestTiles = 12;
const noRepairs: ReadonlySet<never> = new Set();

const nameOf = (url: URL): string => url.pathname.slice(url.pathname.lastIndexOf('/') + 1);
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

function fail(url: URL, problems: readonly Problem[]): never {
  throw new DataError(`${nameOf(url)}: the schematic ground stays`, problems);
}

/** Problems with file, line and column in place of the pointer, which goes into the message. */
function located(url: URL, text: string, problems: readonly Problem[]): readonly Problem[] {
  const some = problems.slice(0, mostProblems);
  const spots = locateAll(
    text,
    some.map(({path}) => path),
  );
  return some.map(({path, message}) => {
    const {line, column} = spots.get(path) ?? {line: 1, column: 1};
    return {path: `${nameOf(url)}:${line}:${column}`, message: path === '' ? message : `${path}: ${message}`};
  });
}

async function readJson(url: URL): Promise<{readonly text: string; readonly value: unknown}> {
  const text = await readFile(url).catch((error: unknown) => fail(url, [{path: nameOf(url), message: messageOf(error)}]));
  try {
    return {text, value: JSON.parse(text)};
  } catch {
    const {line, column} = spotOf(text, syntaxOffset(text));
    return fail(url, [{path: `${nameOf(url)}:${line}:${column}`, message: 'not JSON from here on'}]);
  }
}

const isCollection = (value: unknown): value is FeatureCollection =>
  isObject(value) && value['type'] === 'FeatureCollection' && Array.isArray(value['features']);

async function readLayer(url: URL): Promise<FeatureCollection> {
  const {text, value} = await readJson(url);
  if (!isCollection(value)) fail(url, located(url, text, [{path: '', message: 'not a GeoJSON FeatureCollection'}]));
  const problems: Problem[] = [];
  for (const [index, feature] of value.features.entries()) {
    const path = `/features/${index}`;
    if (!isObject(feature) || feature.type !== 'Feature') problems.push({path, message: sayFault('en', 'not-feature', {})});
    else
      for (const fault of checkGeometry(feature.geometry, `${path}/geometry`, noRepairs).faults)
        // A map fills a ring whichever way it goes round.
        if (fault.severity === 'error') problems.push({path: fault.path, message: sayFault('en', fault.code, fault.values)});
    if (problems.length >= mostProblems) break;
  }
  return problems.length === 0 ? value : fail(url, located(url, text, problems));
}

/** The ground a `ground.json` tells of; its files stand beside it. Throws a `DataError`. */
export async function loadGroundFile(url: URL): Promise<MapGround> {
  const {text, value} = await readJson(url);
  const parsed = parseGroundFile(value);
  if (!parsed.ok) fail(url, located(url, text, parsed.problems));
  const {credit, layers, pmtiles} = parsed.value;
  const sources: Record<string, SourceSpecification> = {};
  const idOf = (file: string): string => `host:${new URL(file, url).href}`;
  const drawn: DetailedLayer[] = layers.map(({file, as, where}) => ({as, where, source: idOf(file), sourceLayer: ''}));
  const files = [...new Set(layers.map(({file}) => file))];
  const collections = await Promise.all(files.map((file) => readLayer(new URL(file, url))));
  for (const [index, file] of files.entries()) sources[idOf(file)] = {type: 'geojson', data: collections[index] ?? fail(url, []), maxzoom: finestTiles};
  if (pmtiles) {
    const {openArchive} = await import('../../map/pmtiles.ts');
    const archiveUrl = new URL(pmtiles.file, url);
    const archive = await openArchive(archiveUrl).catch((error: unknown) => fail(archiveUrl, [{path: pmtiles.file, message: messageOf(error)}]));
    const missing = pmtiles.layers.flatMap(({layer}, index) =>
      archive.layers && !archive.layers.includes(layer)
        ? [{path: `/pmtiles/layers/${index}/layer`, message: `${pmtiles.file} has no layer “${layer}”; it has ${archive.layers.join(', ')}`}]
        : [],
    );
    if (missing.length > 0) fail(url, located(url, text, missing));
    sources[idOf(pmtiles.file)] = archive.source;
    for (const {layer, as, where} of pmtiles.layers) drawn.push({as, where, source: idOf(pmtiles.file), sourceLayer: layer});
  }
  return detailedGround(credit, sources, drawn);
}

const isStyle = (value: unknown): value is StyleSpecification =>
  isObject(value) && value['version'] === 8 && isObject(value['sources']) && Array.isArray(value['layers']);

/** The words of an attribution, which may be HTML. */
const plain = (attribution: string): string => new DOMParser().parseFromString(attribution, 'text/html').body.textContent.trim();

/** Who made a source, as the style says or the description of its tiles, which the map fetches too. */
async function creditOf(source: SourceSpecification): Promise<string> {
  if ('attribution' in source && typeof source.attribution === 'string') return plain(source.attribution);
  if (!('url' in source) || typeof source.url !== 'string') return '';
  const {value} = await readJson(new URL(source.url));
  return isObject(value) && typeof value['attribution'] === 'string' ? plain(value['attribution']) : '';
}

/** The ground an online style draws. Throws a `DataError`. */
export async function loadOnlineStyle(url: URL): Promise<MapGround> {
  const {text, value} = await readJson(url);
  if (!isStyle(value)) fail(url, located(url, text, [{path: '', message: 'not a map style: "version": 8, "sources" and "layers" are needed'}]));
  const absolute = (address: string): string => (/^[a-z]+:/.test(address) ? address : decodeURI(new URL(address, url).href));
  const sources = Object.fromEntries(
    Object.entries(value.sources).map(([id, source]) => [
      id,
      {
        ...source,
        ...('url' in source && typeof source.url === 'string' ? {url: absolute(source.url)} : {}),
        ...('tiles' in source && source.tiles ? {tiles: source.tiles.map(absolute)} : {}),
        ...(source.type === 'geojson' && typeof source.data === 'string' ? {data: absolute(source.data)} : {}),
      },
    ]),
  );
  const credits = await Promise.all(Object.values(sources).map(creditOf));
  const credit = [...new Set(credits.filter((words) => words !== ''))].join(' · ');
  return onlineStyle({en: credit, zh: credit}, {...value, sources, ...(typeof value.sprite === 'string' ? {sprite: absolute(value.sprite)} : {})});
}
