/**
 * How much of other people's data is taken, measured so that the page stays usable: 100,000 points load within seconds in a worker,
 * while polygons are cut into tiles and cost by their corners. What is more is refused whole, never cut off.
 */
export const limits = {
  files: 20,
  megabytes: 40,
  records: 120_000,
  vertices: 300_000,
  columns: 200,
  /** Brackets within brackets; GeoJSON has eight. */
  nesting: 64,
  /** Parts of a zone of the reader's own: more would fit neither into a legend nor into a table. */
  areas: 24,
  groups: 120,
  districts: 400,
  /** Letters of a name, of any other text. */
  name: 200,
  text: 2000,
  /** Up to here the columns that are not assigned stand on the card, and dates make events of the timeline. */
  detailed: 2000,
} as const;
