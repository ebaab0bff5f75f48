/** Where a line of a table is: in two columns, in one for both coordinates, or in one of well-known text. */
import type {Geometry} from 'geojson';
import type {Mapping} from './map-fields.ts';
import {readDegrees} from './degrees.ts';
import {isLatFirstBy, splitPair} from './pair.ts';
import {textOf} from './table.ts';
import {isWkt, readWkt, sridOf, writeWkt} from './wkt.ts';

type Properties = Readonly<Record<string, unknown>>;

/** A cell that is no coordinate, no pair, no text of a shape. */
export interface Unreadable {
  readonly field: 'lng' | 'lat';
  readonly text: string;
  readonly why: 'coordinate' | 'other-axis' | 'half-position' | 'wkt' | 'crs';
}

/** Null: the cells are empty, or can't be read. The geometry is not checked yet. */
export interface InCells {
  readonly geometry: unknown;
  readonly unreadable: readonly Unreadable[];
}

const nothing: InCells = {geometry: null, unreadable: []};

/** Whether one column holds all there is of a position. */
export const isOneColumn = ({columns: {lng, lat}}: Mapping): boolean => lng !== null && lng === lat;

export function readCells(properties: Properties, mapping: Mapping): InCells {
  const {lng, lat} = mapping.columns;
  if (lng === null || lat === null) return nothing;
  const [first, second] = [textOf(properties[lng]), textOf(properties[lat])];
  if (first === '' && second === '') return nothing;
  const refuse = (why: Unreadable['why'], text: string): InCells => ({geometry: null, unreadable: [{field: 'lng', text: text.slice(0, 60), why}]});
  if (lng === lat) {
    if (isWkt(first)) {
      const srid = sridOf(first);
      if (srid !== null && srid !== '0' && srid !== '4326' && srid !== '4490') return refuse('crs', `EPSG:${srid}`);
      const geometry = readWkt(first);
      return geometry === undefined ? refuse('wkt', first) : {geometry, unreadable: []};
    }
    const pair = splitPair(first, lng, mapping.isLatFirst);
    return pair ? pointOf(pair.lng, pair.lat) : refuse(/^[a-z]{3}/i.test(first) ? 'wkt' : 'coordinate', first);
  }
  return pointOf(first, second);
}

function pointOf(lng: string, lat: string): InCells {
  const read = [
    {field: 'lng', text: lng, ...readDegrees(lng)},
    {field: 'lat', text: lat, ...readDegrees(lat)},
  ] as const;
  const unreadable = read.flatMap(({axis, field, text, value}): readonly Unreadable[] => {
    if (text === '') return [{field, text, why: 'half-position'}];
    if (!Number.isFinite(value)) return [{field, text: text.slice(0, 60), why: 'coordinate'}];
    return axis === null || axis === field ? [] : [{field, text: text.slice(0, 60), why: 'other-axis'}];
  });
  return {geometry: unreadable.length === 0 ? {type: 'Point', coordinates: read.map(({value}) => value)} : null, unreadable};
}

/** The cells that say where a shape is, as a table writes it; a table that has its shapes as text keeps to that. */
export function writeCells(shape: Geometry | null, mapping: Mapping, isText: boolean): Readonly<Record<string, string>> {
  const {lng, lat} = mapping.columns;
  if (lng === null || lat === null) return {};
  if (lng === lat && isText) return {[lng]: writeWkt(shape)};
  const [x = '', y = ''] = shape?.type === 'Point' ? shape.coordinates.map(String) : [];
  if (lng !== lat) return {[lng]: x, [lat]: y};
  return {[lng]: x === '' ? '' : (mapping.isLatFirst ?? isLatFirstBy(lng)) ? `${y}, ${x}` : `${x}, ${y}`};
}

/** Whether the column of positions holds well-known text in one of these lines. */
export const holdsWkt = (lines: readonly Properties[], mapping: Mapping): boolean =>
  isOneColumn(mapping) && lines.some((properties) => isWkt(textOf(properties[mapping.columns.lng ?? ''])));
