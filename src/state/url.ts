/** View ⇄ query string. Pure; the names are those of `parameters.ts`. A bad value is dropped and told of. */
import {parameters} from './parameters.ts';
import {initialView, type View} from './view.ts';

/** The version of this grammar; links of every earlier one stay readable. */
const version = 1;
/** Longer values are no links of ours. */
const longest = 4000;

/** A value that was not understood. `path` = the parameter's name. */
export interface UrlProblem {
  readonly path: string;
  readonly message: string;
}

/** A period typed the wrong way round is turned. */
const inOrder = (view: View): View =>
  view.from !== null && view.to !== null && view.to < view.from && !view.from.startsWith(view.to) ? {...view, from: view.to, to: view.from} : view;

/** Reads a query string; what it doesn't name is as in the first view, what it names wrongly is a problem. */
export function readView(query: string): {readonly view: View; readonly problems: readonly UrlProblem[]} {
  const problems: UrlProblem[] = [];
  const given = new URLSearchParams(query.slice(0, 5 * longest));
  let view = initialView;
  for (const {name, read} of parameters) {
    const value = given.get(name);
    if (value === null || value === '') continue;
    const next = value.length > longest ? null : read(value, view);
    if (next === null) problems.push({path: name, message: `“${value.slice(0, 40)}” is not understood`});
    else view = next;
  }
  return {view: inOrder(view), problems};
}

/** Writes what differs from the first view, in a fixed order, with commas and colons readable. */
export function writeView(view: View): string {
  const pairs = parameters.map(({name, write}) => [name, write(view)] as const).filter(([, value]) => value !== '');
  if (pairs.length === 0) return '';
  return `?${[['v', String(version)] as const, ...pairs].map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':')}`).join('&')}`;
}

/** A view out of anything that claims to be one, such as a message: what is no value of a view is left out and told of. */
export function asView(value: unknown): {readonly view: View; readonly problems: readonly UrlProblem[]} {
  const given: Partial<View> = typeof value === 'object' && value !== null ? value : {};
  try {
    return readView(writeView({...initialView, ...given, filters: {...initialView.filters, ...given.filters}}));
  } catch {
    return {view: initialView, problems: [{path: 'view', message: 'a part of it has the wrong type'}]};
  }
}
