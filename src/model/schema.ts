/**
 * What a fact looks like: one definition for the parser, the types and the published JSON Schemas.
 * Dates are partial (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`), positions `[lng, lat]` in WGS-84, sizes in km².
 */
import * as v from 'valibot';
import {placeKinds, placeStates, precisions, sourceKinds, standings} from './vocabulary.ts';

const id = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9_.-]*$/i, 'an id of letters, digits, dots and dashes'));
const said = v.pipe(v.string(), v.trim(), v.minLength(1, 'must not be empty'), v.maxLength(2000));
const number = v.pipe(v.number(), v.finite());
const partialDate = v.pipe(v.string(), v.regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'YYYY, YYYY-MM or YYYY-MM-DD'));
const list = <S extends v.GenericSchema>(item: S) => v.array(item);

/** The same words in both languages; neither may be missing. */
export const textSchema = v.object({en: said, zh: said});

/** Where a value stands: a source of the register and the spot in it ("¶6", a heading, a page). */
export const citationSchema = v.object({source: id, locator: v.optional(v.string(), '')});

/** `derived` = arithmetic or placing of ours on published facts; `unsourced` = no published source was found; `own` = from a file the reader opened. */
export const basisSchema = v.picklist(['published', 'derived', 'unsourced', 'own']);
const certaintySchema = v.picklist(['high', 'medium', 'low']);

/** What every record has. */
const record = {id, name: textSchema, sources: list(citationSchema)};

const sizeSchema = v.object({
  km2: v.pipe(number, v.minValue(0)),
  asOf: v.optional(v.nullable(partialDate), null),
  basis: basisSchema,
  note: v.optional(textSchema),
  sources: list(citationSchema),
});

const industryStatementSchema = v.object({
  id,
  /** What the source says, in our words. */
  words: textSchema,
  asOf: v.optional(v.nullable(partialDate), null),
  sources: list(citationSchema),
});

const statusSchema = v.object({
  state: v.picklist(placeStates),
  date: partialDate,
  basis: basisSchema,
  /** What part of the place the state is of, when not the whole ("phase I"). */
  note: v.optional(textSchema),
  /** The milestone that tells of it. */
  milestone: v.optional(id),
  sources: list(citationSchema),
});

export const areaSchema = v.object({
  ...record,
  /** The short name, for charts and the map. */
  label: textSchema,
  /** One word or two, where even the label is too long. */
  short: v.optional(textSchema),
  /** Absent: nobody published it. Such an area has no bar and no disc; it is never 0. */
  size: v.optional(sizeSchema),
  position: v.tuple([number, number]),
  /** One line: what the area works on. */
  focus: v.optional(v.object({words: textSchema, sources: list(citationSchema)})),
  industries: list(industryStatementSchema),
  /** km² of the published total that no named piece accounts for, with our words on it. */
  unexplained: v.optional(v.object({km2: number, note: textSchema, sources: list(citationSchema)})),
  status: list(statusSchema),
  inZone: v.picklist(standings),
  note: v.optional(textSchema),
});

export const groupSchema = v.object({
  ...record,
  label: textSchema,
  area: id,
  districts: list(id),
  /** As of an area. */
  size: v.optional(sizeSchema),
  position: v.tuple([number, number]),
  /** null: nobody estimated it. */
  accuracyM: v.nullable(number),
  positionNote: textSchema,
  industries: list(industryStatementSchema),
  status: list(statusSchema),
  /** The named pieces, with their sizes where these are published; a piece without one is drawn as part of the group's disc. */
  pieces: list(v.object({name: textSchema, place: v.nullable(id), km2: v.nullable(number), sources: list(citationSchema)})),
  /** What sources say of the sides, in our words. */
  boundary: v.optional(v.object({words: textSchema, sources: list(citationSchema)})),
  inZone: v.picklist(standings),
  note: v.optional(textSchema),
});

export const placeSchema = v.object({
  ...record,
  /** The short name the map prints; the name where it is short enough. */
  label: v.optional(textSchema),
  aliases: v.optional(list(v.string()), []),
  kind: v.picklist(placeKinds),
  /** null: it could not be placed within some 3 km; it stands in lists, never as a dot. */
  position: v.nullable(v.tuple([number, number])),
  /** Our estimate of the distance within which the true centre lies. */
  accuracyM: v.nullable(number),
  positionBasis: basisSchema,
  positionNote: textSchema,
  positionSources: v.optional(list(citationSchema), []),
  inZone: v.picklist(standings),
  /** Why it is said to be in, beside or outside. */
  inZoneNote: v.optional(textSchema),
  area: v.nullable(id),
  group: v.nullable(id),
  /** The group it stands beside, when it is in none. */
  nearGroup: v.optional(v.nullable(id), null),
  district: v.nullable(id),
  /** A park this is a part of. */
  partOf: v.optional(v.nullable(id), null),
  /** One or two sentences of ours: what it is. */
  summary: textSchema,
  size: v.optional(sizeSchema),
  boundary: v.optional(v.object({words: textSchema, sources: list(citationSchema)})),
  address: v.optional(v.object({words: textSchema, sources: list(citationSchema)})),
  industries: list(industryStatementSchema),
  status: list(statusSchema),
  /** Further values worth a line on the card. */
  facts: v.optional(
    list(v.object({label: textSchema, words: textSchema, asOf: v.optional(v.nullable(partialDate), null), basis: basisSchema, sources: list(citationSchema)})),
    [],
  ),
  basis: basisSchema,
  note: v.optional(textSchema),
});

export const districtSchema = v.object({
  ...record,
  position: v.tuple([number, number]),
  adcode: v.optional(number),
  mentioned: v.boolean(),
  note: v.optional(textSchema),
});

export const industrySchema = v.object({...record, label: textSchema, note: v.optional(textSchema)});

export const milestoneSchema = v.object({
  ...record,
  /** At most some 30 letters or 14 characters: what the timeline prints beside the mark. */
  label: textSchema,
  date: partialDate,
  end: v.optional(partialDate),
  precision: v.picklist(precisions),
  state: v.picklist(['planned', 'done']),
  /** The date is that of the report, the event may be earlier. */
  reported: v.optional(v.boolean(), false),
  /** The printed date is doubted; the doubt tells why. */
  suspect: v.optional(v.boolean(), false),
  /** Places, groups and areas it is about; empty = the whole zone or the city. */
  places: list(id),
  topics: list(id),
  basis: basisSchema,
  note: v.optional(textSchema),
});

export const indicatorSchema = v.object({
  ...record,
  /** null where the source's figure can't be read as a number. */
  value: v.nullable(number),
  /** How the source qualifies the number. */
  qualifier: v.optional(v.picklist(['over', 'at-least', 'about', 'nearly', 'up-to'])),
  /** The figure as it is to be printed, without the unit ("1–2", "7 rounds, 15 programmes"); for a suspect one, as the source prints it. */
  printed: textSchema,
  unit: textSchema,
  /** The date of the value, or the end of its period. */
  asOf: partialDate,
  /** The start of the period, if it has one. */
  from: v.optional(partialDate),
  scope: textSchema,
  /** Only values of one measure and one scope may be joined by a line. */
  measure: id,
  topic: id,
  places: list(id),
  suspect: v.boolean(),
  why: v.optional(textSchema),
  /** What the figure probably was: a reconstruction of ours. */
  reading: v.optional(textSchema),
  basis: basisSchema,
  certainty: certaintySchema,
  note: v.optional(textSchema),
});

export const policySchema = v.object({
  ...record,
  industries: list(id),
  /** The policy field: finance, talent, ip … */
  topic: id,
  state: v.picklist(['planned', 'in-force']),
  /** When the source says so. */
  asOf: partialDate,
  scope: textSchema,
  /** The places, groups and areas of the scope; empty = both zones, the whole city. */
  places: list(id),
  basis: basisSchema,
  note: v.optional(textSchema),
});

export const institutionSchema = v.object({...record, type: id, place: v.nullable(id), planned: v.boolean(), basis: basisSchema, note: v.optional(textSchema)});
export const companySchema = v.object({
  ...record,
  words: textSchema,
  places: list(id),
  certainty: certaintySchema,
  basis: basisSchema,
  note: v.optional(textSchema),
});
export const eraSchema = v.object({
  ...record,
  label: textSchema,
  from: partialDate,
  to: v.nullable(partialDate),
  /** The row of bands it stands in. */
  row: v.picklist(['five-year-plan', 'pilot-round', 'local-plan']),
  announcedOnly: v.optional(v.boolean(), false),
  note: v.optional(textSchema),
});

/** A word that wants explaining. `basis` unsourced: a general term, explained by us. */
export const termSchema = v.object({
  ...record,
  /** Other ways it is written in our texts. */
  aliases: v.object({en: list(said), zh: list(said)}),
  /** What a newcomer would ask: such terms make the introduction, in this order. */
  question: v.optional(textSchema),
  words: textSchema,
  basis: basisSchema,
  /** What it is in this zone. */
  here: v.optional(v.object({words: textSchema, sources: list(citationSchema)})),
});
/** What was found and not taken in. */
export const leftOutSchema = v.object({what: textSchema, why: textSchema});

export const sourceSchema = v.object({
  id,
  /** The title: as printed in the source's language, and ours in the other. */
  name: textSchema,
  kind: v.picklist(sourceKinds),
  publisher: v.optional(textSchema),
  url: v.nullable(v.pipe(v.string(), v.regex(/^https?:\/\//))),
  date: v.nullable(partialDate),
  lang: v.string(),
  licence: v.optional(v.string()),
  note: v.optional(textSchema),
});

/** A figure or date we don't trust. */
export const doubtSchema = v.object({
  ...record,
  printed: textSchema,
  why: textSchema,
  reading: v.nullable(textSchema),
  /** What the atlas does with it. */
  shown: textSchema,
  /** The records it is about. */
  about: list(id),
});
/** Sources that disagree, or seem to. */
export const contradictionSchema = v.object({
  ...record,
  claims: list(v.object({words: textSchema, sources: list(citationSchema)})),
  diagnosis: textSchema,
  shown: textSchema,
});
/** Known to exist, or wanted, and not published. */
export const gapSchema = v.object({...record, count: v.nullable(v.string()), words: textSchema});

/** One step of a briefing: what the map or a tool shows, what stands beside it, what the presenter says. */
export const briefingStepSchema = v.object({
  title: textSchema,
  /** A few sentences; every one rests on the step's sources. */
  text: v.optional(textSchema),
  /** For the presenter's eyes only. */
  notes: v.optional(textSchema),
  /** How long the step is meant to take; autoplay goes on after it. */
  seconds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3600)),
  /** What is shown: the names and values of a link (`{"industry": "bio"}`). `mode` names the tool beside the text; without it, the map. */
  view: v.optional(v.record(v.string(), v.string()), {}),
  /** Places, groups and areas the step is about: they light up, and the map frames them where the view names no camera. */
  focus: v.optional(v.pipe(list(id), v.maxLength(40)), []),
  /** Records listed under the text, each with its own value and date. */
  facts: v.optional(v.pipe(list(id), v.maxLength(12)), []),
  sources: list(citationSchema),
});

/** An ordered talk. `sources` are those of its steps; the build fills them in. */
export const briefingSchema = v.object({
  ...record,
  sources: v.optional(list(citationSchema), []),
  /** One sentence: what it tells. */
  words: v.optional(textSchema),
  steps: v.pipe(list(briefingStepSchema), v.minLength(1), v.maxLength(200)),
});

export const atlasSchema = v.object({
  version: v.literal(1, 'the data is of another version than 1, the one this atlas reads: update the atlas, or build the data with its own tools'),
  generated: partialDate,
  areas: list(areaSchema),
  groups: list(groupSchema),
  places: list(placeSchema),
  districts: list(districtSchema),
  industries: list(industrySchema),
  milestones: list(milestoneSchema),
  eras: list(eraSchema),
  indicators: list(indicatorSchema),
  policies: list(policySchema),
  institutions: list(institutionSchema),
  companies: list(companySchema),
  sources: list(sourceSchema),
  doubts: list(doubtSchema),
  contradictions: list(contradictionSchema),
  gaps: list(gapSchema),
  briefings: list(briefingSchema),
  glossary: v.optional(list(termSchema), []),
});

/** The kinds of record a curated file may hold, by the file's name. */
export const recordSchemas = {
  areas: areaSchema,
  groups: groupSchema,
  places: placeSchema,
  districts: districtSchema,
  industries: industrySchema,
  milestones: milestoneSchema,
  eras: eraSchema,
  indicators: indicatorSchema,
  policies: policySchema,
  institutions: institutionSchema,
  companies: companySchema,
  sources: sourceSchema,
  doubts: doubtSchema,
  contradictions: contradictionSchema,
  gaps: gapSchema,
  briefings: briefingSchema,
  glossary: termSchema,
} as const;

/** How Han characters are read, without tones (ü as u): what search by pinyin needs. The build makes it; other data may go without. */
export const readingsSchema = v.object({
  /** Syllable → the characters mostly read so. */
  syllables: v.record(v.string(), v.string()),
  /** Words in which a character is read otherwise → all their syllables, spaced. */
  words: v.record(v.string(), v.string()),
});
