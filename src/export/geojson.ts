/**
 * Subjects and places as RFC 7946 points in WGS-84, each with its sources. Nobody published an outline of any part of the
 * zone, so there is no polygon in it: a group is the point of its middle with its size beside it.
 */
import type {Feature, FeatureCollection, Point} from 'geojson';
import {isOther} from '../analysis/zone.ts';
import {exportWords} from '../i18n/export.ts';
import {basisNames, kindNames, standingLabels, stateNames} from '../i18n/kinds.ts';
import type {Atlas, Subject} from '../model/atlas.ts';
import type {Citation, Language, Place, Position, Size, Text} from '../model/types.ts';
import {languageOfRequest, scopeOfRequest, type Exporter} from './request.ts';
import type {ExportScope} from './scope.ts';
import {inSlices} from './slices.ts';
import {fileTitle} from './title.ts';
import {languagesOf, type ExportLanguage} from './table.ts';

type Json = string | number | null | readonly Json[] | {readonly [key: string]: Json};
type Words = (lang: Language) => string | null;

const of =
  (text: Text | undefined): Words =>
  (lang) =>
    text?.[lang] ?? null;

/** Makes the feature of a subject. */
function featureMaker(atlas: Atlas, lang: ExportLanguage): (subject: Subject) => Feature<Point | null> {
  /** Words in the one language, or an object of both. */
  const told = (words: Words): Json => (lang === 'both' ? {en: words('en'), zh: words('zh')} : words(lang));
  const cited = (citations: readonly Citation[]): Json =>
    citations.map(({source: id, locator}) => {
      const source = atlas.sourceById.get(id);
      return {id, locator, title: told(of(source?.name)), date: source?.date ?? null, url: source?.url ?? null};
    });
  const sized = (size: Size | undefined): Json =>
    size ? {km2: size.km2, asOf: size.asOf, basis: told((one) => basisNames[one][size.basis]), sources: cited(size.sources)} : null;

  const common = ({type, record}: Subject): {[key: string]: Json} => ({
    id: record.id,
    type,
    name: told(of(record.name)),
    standing: told((one) => standingLabels[one][record.inZone]),
    size: sized(record.size),
    industries: record.industries.map(({id, words, asOf, sources}) => ({id, words: told(of(words)), asOf, sources: cited(sources)})),
    states: record.status.map(({state, date, basis, sources}) => ({
      state: told((one) => stateNames[one][state]),
      date,
      basis: told((one) => basisNames[one][basis]),
      sources: cited(sources),
    })),
    sources: cited(record.sources),
  });
  const placed = (place: Place): {[key: string]: Json} => ({
    kind: told((one) => kindNames[one][place.kind]),
    area: place.area,
    group: place.group,
    district: place.district,
    summary: told(of(place.summary)),
    accuracyM: place.accuracyM,
    position: {basis: told((one) => basisNames[one][place.positionBasis]), note: told(of(place.positionNote)), sources: cited(place.positionSources)},
  });
  const more = ({type, record}: Subject): {[key: string]: Json} => {
    switch (type) {
      case 'place':
        return placed(record);
      case 'group':
        return {area: record.area, accuracyM: record.accuracyM, position: {note: told(of(record.positionNote)), sources: cited(record.sources)}};
      case 'area':
        // The middle of its groups, for a label: nothing stands there.
        return {position: {note: told((one) => exportWords[one].labelPoint)}};
      default:
        return type satisfies never;
    }
  };

  return (subject) => ({
    type: 'Feature',
    id: subject.record.id,
    geometry: pointAt(subject.record.position),
    properties: {...common(subject), ...more(subject)},
  });
}

/** The subjects of a set and the places in them, each once. */
function subjectsOf({places, subjects}: ExportScope): readonly Subject[] {
  const ids = new Set(subjects.map(({record}) => record.id));
  return [...subjects, ...places.filter(({id}) => !ids.has(id)).map((record): Subject => ({type: 'place', record}))];
}

/** What a reader must know beside the features (foreign members, RFC 7946 §6.1). */
function collectionOf(atlas: Atlas, link: string, lang: ExportLanguage) {
  const langs = languagesOf(lang);
  return {
    type: 'FeatureCollection' as const,
    title: [...new Set(langs.map((one) => fileTitle(atlas, one)))].join(' · '),
    generated: atlas.generated,
    link,
    note: langs.map((one) => (isOther(atlas) ? exportWords[one].ownOutline : exportWords[one].outline)).join(' '),
  };
}

export const geojsonOf = (atlas: Atlas, scope: ExportScope, link: string, lang: ExportLanguage): FeatureCollection<Point | null> => ({
  ...collectionOf(atlas, link, lang),
  features: subjectsOf(scope).map(featureMaker(atlas, lang)),
});

/** null for a place nobody could place (RFC 7946 §3.2: an unlocated feature). */
const pointAt = (position: Position | null): Point | null => (position ? {type: 'Point', coordinates: [...position]} : null);

/** A feature a line: a hundred thousand of them are written in portions. */
export const exportGeojson: Exporter = async (request) => {
  const {atlas, link, options} = request;
  const lang = languageOfRequest(request);
  const featureOf = featureMaker(atlas, lang);
  const lines = await inSlices(
    subjectsOf(scopeOfRequest(request)),
    options,
    (portion) => new Blob([portion.map((one) => JSON.stringify(featureOf(one))).join(',\n')]),
  );
  const head = JSON.stringify(collectionOf(atlas, link, lang), null, 1).replace(/\n\}$/, ',\n "features": [\n');
  return new Blob([head, ...lines.flatMap((line, index) => (index === 0 ? [line] : [',\n', line])), '\n]}\n'], {type: 'application/geo+json'});
};
