/** View ⇄ query string. Pure; the names are those of the element's attributes. A bad value is dropped and told of. */
import {isCalendarDate} from '../model/dates.ts';
import {filterNames, initialView, layerTokens, modes, themes, type Camera, type LayerToken, type View} from './view.ts';

/** The version of this grammar; links of every earlier one stay readable. */
const version = 1;

/** A value that was not understood. `path` = the parameter's name. */
export interface UrlProblem {
  readonly path: string;
  readonly message: string;
}

const isOneOf = <T extends string>(options: readonly T[], value: string): value is T => (options as readonly string[]).includes(value);
const idPattern = /^[a-z0-9][a-z0-9_.-]{0,79}$/i;
const datePattern = /^\d{4}(-\d{2}){0,2}$/;
/** Longer values are no links of ours. */
const longest = 4000;

const split = (value: string): string[] => [...new Set(value.split(',').filter(Boolean))];
const round = (value: number, digits: number): number => Number(value.toFixed(digits));

function readCamera(value: string): Camera | null {
  const numbers = value.split(',').map(Number);
  const [lng = NaN, lat = NaN, zoom = NaN, bearing = 0, pitch = 0] = numbers;
  if (numbers.length > 5 || ![lng, lat, zoom, bearing, pitch].every(Number.isFinite)) return null;
  if (Math.abs(lng) > 180 || Math.abs(lat) > 85 || zoom < 0 || zoom > 24 || pitch < 0 || pitch > 85) return null;
  return {lng, lat, zoom, bearing: bearing % 360, pitch};
}

/** As short as a pixel allows: a degree of longitude is 256·2^zoom/180 pixels of a 512 px world. */
function writeCamera({lng, lat, zoom, bearing, pitch}: Camera): string {
  const digits = Math.max(0, Math.ceil(Math.log10((512 * 2 ** zoom) / 360)));
  const numbers = [round(lng, digits), round(lat, digits), round(zoom, 2)];
  if (bearing !== 0 || pitch !== 0) numbers.push(round(bearing, 1), round(pitch, 1));
  return numbers.join(',');
}

/** Reads a query string; what it doesn't name is as in the first view, what it names wrongly is a problem. */
export function readView(query: string): {readonly view: View; readonly problems: readonly UrlProblem[]} {
  const problems: UrlProblem[] = [];
  const parameters = new URLSearchParams(query.slice(0, 5 * longest));
  const read = <T>(name: string, otherwise: T, parse: (value: string) => T | null): T => {
    const value = parameters.get(name);
    if (value === null || value === '') return otherwise;
    const parsed = value.length > longest ? null : parse(value);
    if (parsed === null) problems.push({path: name, message: `“${value.slice(0, 40)}” is not understood`});
    return parsed ?? otherwise;
  };
  const oneOf =
    <T extends string>(options: readonly T[]) =>
    (value: string): T | null =>
      isOneOf(options, value) ? value : null;
  const oneId = (value: string): string | null => (idPattern.test(value) ? value : null);
  const ids = (value: string): readonly string[] | null => (split(value).every((id) => idPattern.test(id)) ? split(value) : null);
  const date = (value: string): string | null => (datePattern.test(value) && isCalendarDate(value) ? value : null);

  let from = read<string | null>('from', null, date);
  let to = read<string | null>('to', null, date);
  if (from !== null && to !== null && to < from && !from.startsWith(to)) [from, to] = [to, from];
  const view: View = {
    lang: read<'en' | 'zh' | null>('lang', null, oneOf(['en', 'zh'])),
    theme: read('theme', initialView.theme, oneOf(themes)),
    mode: read('mode', initialView.mode, oneOf(modes)),
    place: read<string | null>('place', null, oneId),
    milestone: read<string | null>('milestone', null, oneId),
    source: read<string | null>('source', null, oneId),
    filters: {
      area: read<readonly string[]>('area', [], ids),
      group: read<readonly string[]>('group', [], ids),
      district: read<readonly string[]>('district', [], ids),
      kind: read<readonly string[]>('kind', [], ids),
      industry: read<readonly string[]>('industry', [], ids),
      standing: read<readonly string[]>('standing', [], ids),
      status: read<readonly string[]>('status', [], ids),
    },
    query: read('q', '', (value) => value.slice(0, 100)),
    from,
    to,
    compare: read<readonly string[]>('compare', [], (value) => ids(value)?.slice(0, 6) ?? null),
    weights: read<Readonly<Record<string, number>>>('weights', {}, (value) => {
      const pairs = split(value).map((pair) => [pair.split(':')[0] ?? '', Number(pair.split(':')[1])] as const);
      return pairs.every(([key, weight]) => idPattern.test(key) && weight >= 0 && weight <= 100) ? Object.fromEntries(pairs) : null;
    }),
    layers: read<readonly LayerToken[] | null>('layers', null, (value) => {
      const tokens = split(value);
      return tokens.every((token): token is LayerToken => isOneOf(layerTokens, token)) ? tokens : null;
    }),
    camera: read<Camera | null>('camera', null, readCamera),
    briefing: read<string | null>('briefing', null, oneId),
    step: read('step', 1, (value) => (/^\d{1,3}$/.test(value) && Number(value) > 0 ? Number(value) : null)),
    embed: read('embed', false, (value) => (value === '1' || value === 'true' ? true : value === '0' || value === 'false' ? false : null)),
  };
  return {view, problems};
}

/** Writes what differs from the first view, in a fixed order, with commas and colons readable. */
export function writeView(view: View): string {
  const pairs: [string, string][] = [];
  const add = (name: string, value: string): void => {
    if (value !== '') pairs.push([name, value]);
  };
  add('lang', view.lang ?? '');
  if (view.theme !== initialView.theme) add('theme', view.theme);
  if (view.mode !== initialView.mode) add('mode', view.mode);
  add('place', view.place ?? '');
  add('milestone', view.milestone ?? '');
  add('source', view.source ?? '');
  for (const name of filterNames) add(name, view.filters[name].join(','));
  add('q', view.query.trim());
  add('from', view.from ?? '');
  add('to', view.to ?? '');
  add('compare', view.compare.join(','));
  add(
    'weights',
    Object.entries(view.weights)
      .map(([key, weight]) => `${key}:${weight}`)
      .join(','),
  );
  if (view.layers) add('layers', view.layers.join(','));
  if (view.camera) add('camera', writeCamera(view.camera));
  add('briefing', view.briefing ?? '');
  if (view.briefing !== null && view.step !== 1) add('step', String(view.step));
  if (view.embed) add('embed', '1');
  if (pairs.length === 0) return '';
  pairs.unshift(['v', String(version)]);
  return `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':')}`).join('&')}`;
}
