/** What every exporter is given, and what it gives back. */
import type {Filtered} from '../analysis/filter.ts';
import type {Atlas} from '../model/atlas.ts';
import type {Language} from '../model/types.ts';
import type {View} from '../state/view.ts';
import type {Theme} from '../theme/tokens.ts';
import {scopeOf, scopeOfSet, type ExportScope} from './scope.ts';
import type {ExportLanguage} from './table.ts';
import type {TableId} from './tables.ts';

/** What the caller may choose; each exporter reads what concerns it. */
export interface ExportOptions {
  /** By default the language of the atlas. */
  readonly lang?: ExportLanguage;
  /** Ids of areas, groups and places; by default the set compared, and without one what the filters leave. */
  readonly ids?: readonly string[];
  /** XLSX: the sheets. CSV: the first is the table, by default `values`. */
  readonly tables?: readonly TableId[];
  /** Pictures: the size in CSS pixels, and device pixels for each. */
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly pixelRatio?: number;
}

export interface ExportRequest {
  readonly atlas: Atlas;
  readonly view: View;
  readonly filtered: Filtered;
  readonly lang: Language;
  readonly theme: Theme;
  /** Opens this view. */
  readonly link: string;
  readonly options: ExportOptions;
}
export type Exporter = (request: ExportRequest) => Promise<Blob>;

export function scopeOfRequest({atlas, view, filtered, options}: ExportRequest): ExportScope {
  return options.ids ? scopeOfSet(atlas, options.ids, view.filters.industry) : scopeOf(atlas, view, filtered);
}
export const languageOfRequest = ({lang, options}: ExportRequest): ExportLanguage => options.lang ?? lang;
