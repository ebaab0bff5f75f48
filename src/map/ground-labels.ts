/** Names of the ground, each at one chosen point: labels on curves are hard to read, and line labels repeat. */
import type {Feature, FeatureCollection, Point, Position as Coordinates} from 'geojson';
import type {Language} from '../model/types.ts';

/** Shortened to what one says: "5th Ring", "HAIDIAN" (the type says the rest). */
function shortName(layer: string, name: string, lang: Language): string {
  if (lang === 'zh') return layer === 'ring' ? name.replace(/路$/, '') : name;
  return layer === 'ring' ? name.replace(/ Road$/, '') : name;
}

function linesOf(feature: Feature): Coordinates[][] {
  if (feature.geometry.type === 'LineString') return [feature.geometry.coordinates];
  return feature.geometry.type === 'MultiLineString' ? feature.geometry.coordinates : [];
}

/** The extreme vertex in a direction; the 5th Ring is named at its north, the 6th at its west, as there the map is emptiest. */
function vertexTowards(lines: readonly Coordinates[][], x: number, y: number): Coordinates | undefined {
  return lines.flat().toSorted((a, b) => (b[0] ?? 0) * x + (b[1] ?? 0) * y - (a[0] ?? 0) * x - (a[1] ?? 0) * y)[0];
}

/** Places along a river where its name may stand, those nearest to the city first: a river is long, and named where one looks. */
function spotsAlong(lines: readonly Coordinates[][], [lng, lat]: Coordinates): Coordinates[] {
  const far = (at: Coordinates): number => Math.abs((at[0] ?? 0) - (lng ?? 0)) + Math.abs((at[1] ?? 0) - (lat ?? 0));
  const spots = lines.flatMap((line) => [0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.9].map((share) => line[Math.floor(share * (line.length - 1))]));
  return spots.filter((at) => at !== undefined).toSorted((a, b) => far(a) - far(b));
}

/** The middle of what the atlas is about: the city within the 5th Ring, else of the first feature. */
function middle(ground: FeatureCollection): Coordinates {
  const inner = ground.features.find((feature) => feature.properties?.['layer'] === 'inner') ?? ground.features[0];
  const ring = inner?.geometry.type === 'Polygon' ? inner.geometry.coordinates[0] : undefined;
  return ring ? centreOf(ring) : [0, 0];
}

const centreOf = (ring: readonly Coordinates[]): Coordinates => [
  ring.reduce((sum, at) => sum + (at[0] ?? 0), 0) / ring.length,
  ring.reduce((sum, at) => sum + (at[1] ?? 0), 0) / ring.length,
];

export function groundLabels(ground: FeatureCollection, lang: Language): FeatureCollection<Point> {
  const features: Feature<Point>[] = [];
  const city = middle(ground);
  for (const feature of ground.features) {
    const {properties} = feature;
    const layer: unknown = properties?.['layer'];
    const name: unknown = properties?.[lang];
    const id: unknown = properties?.['id'];
    if (typeof layer !== 'string' || typeof name !== 'string' || typeof id !== 'string') continue;
    const add = (role: string, at: Coordinates | undefined, rank = 0): void => {
      if (at)
        features.push({
          type: 'Feature',
          properties: {id: `${id}-name`, role, label: shortName(role, name, lang), rank},
          geometry: {type: 'Point', coordinates: [at[0] ?? 0, at[1] ?? 0]},
        });
    };
    if (layer === 'district') {
      const [lng, lat]: unknown[] = [properties?.['lng'], properties?.['lat']];
      if (typeof lng === 'number' && typeof lat === 'number') add('district', [lng, lat]);
    } else if (layer === 'ring' && properties?.['ring'] === 5) add('ring', vertexTowards(linesOf(feature), 0.05, 1));
    else if (id.includes('6') && /6th|六环/.test(name)) add('ring', vertexTowards(linesOf(feature), -1, 0));
    else if (layer === 'river')
      spotsAlong(linesOf(feature), city)
        .slice(0, 1)
        .forEach((at, index) => add('river', at, index));
    else if (layer === 'lake') {
      // The middle of the first ring will do: only the large reservoirs show a name.
      const ring =
        feature.geometry.type === 'Polygon'
          ? feature.geometry.coordinates[0]
          : feature.geometry.type === 'MultiPolygon'
            ? feature.geometry.coordinates[0]?.[0]
            : undefined;
      if (ring && Number(properties?.['km2'] ?? 0) > 3) add('lake', centreOf(ring));
    }
  }
  return {type: 'FeatureCollection', features};
}
