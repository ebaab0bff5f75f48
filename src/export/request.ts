/** What every exporter is given, and what it gives back. */
import type {FeatureCollection} from 'geojson';
import type {Filtered} from '../analysis/filter.ts';
import type {Atlas} from '../model/atlas.ts';
import type {Language} from '../model/types.ts';
import type {MapGround} from '../map/map-ground.ts';
import type {Size} from '../map/projection.ts';
import type {TableId, View} from '../state/view.ts';
import type {Theme} from '../theme/tokens.ts';
import type {PictureSizeName} from './paper.ts';
import {scopeOf, scopeOfSet, type ExportScope} from './scope.ts';
import type {ExportLanguage} from './table.ts';

/** What the caller may choose; each exporter reads what concerns it. */
export interface ExportOptions {
  /** By default the language of the atlas. */
  readonly lang?: ExportLanguage;
  /** Ids of areas, groups and places; by default the set compared, and without one what the filters leave. */
  readonly ids?: readonly string[];
  /** XLSX: the sheets. CSV: the first is the table, by default `values`. */
  readonly tables?: readonly TableId[];
  /** Pictures: a size by name, lying unless `tall`; PNG and SVG are made for a screen and PDF for A4 by default. */
  readonly size?: PictureSizeName;
  readonly tall?: boolean;
  /** Pictures: a size of one's own, in CSS pixels, and device pixels for each. */
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly pixelRatio?: number;
  /** Pictures and slides: by default the colours of the atlas, and those of print on paper. */
  readonly theme?: Theme['name'];
  readonly title?: string;
  /** Pictures: with title, legend and sources, or the map alone. */
  readonly furniture?: 'sheet' | 'map';
  /** Slides: the id of a briefing; by default the one that is open, or the first. */
  readonly briefing?: string;
  /** Calls it off: the promise rejects with an `AbortError`. */
  readonly signal?: AbortSignal;
  /** The share done, from 0 to 1, where it takes long. */
  readonly onProgress?: (share: number) => void;
}

export interface ExportRequest {
  readonly atlas: Atlas;
  readonly view: View;
  readonly filtered: Filtered;
  readonly lang: Language;
  readonly theme: Theme;
  /** Pictures and slides: what is drawn below the subject. */
  readonly ground?: FeatureCollection | null;
  readonly metro?: FeatureCollection | null;
  /** Pictures of pixels and slides: what the host puts in place of the ground. */
  readonly hostGround?: MapGround | null;
  /** The size of the map the user sees, in CSS pixels. */
  readonly seen?: Size | undefined;
  /** Opens this view. */
  readonly link: string;
  /** Slides: opens any view. */
  readonly linkOf?: (view: View) => string;
  /** One file: the data that the reader opened, packed; null where there are none. */
  readonly zone?: () => Promise<readonly string[] | null>;
  readonly options: ExportOptions;
}
export type Exporter = (request: ExportRequest) => Promise<Blob>;

export function scopeOfRequest({atlas, view, filtered, options}: ExportRequest): ExportScope {
  return options.ids ? scopeOfSet(atlas, options.ids, view.filters.industry, view.weights) : scopeOf(atlas, view, filtered);
}
export const languageOfRequest = ({lang, options}: ExportRequest): ExportLanguage => options.lang ?? lang;
