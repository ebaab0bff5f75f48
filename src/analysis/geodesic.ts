/**
 * Distance and bearing on the WGS-84 ellipsoid, by T. Vincenty, "Direct and inverse solutions of geodesics on the ellipsoid with
 * application of nested equations", Survey Review 23 (1975). A sphere, as map libraries take, is off by up to 0.5 % here.
 */
import type {Position} from '../model/types.ts';

const equatorM = 6_378_137;
const flattening = 1 / 298.257_223_563;
const poleM = equatorM * (1 - flattening);
const radians = Math.PI / 180;
/** Of the longitude on the auxiliary sphere, in radians: less than a hundredth of a millimetre. */
const precision = 1e-12;
/** Nearly opposite points of the globe don't converge; the last step then stands, some km off. */
const mostSteps = 50;

/** Distance in metres and bearing in degrees (0–360, clockwise from north) from one position to another. */
export function way([fromLng, fromLat]: Position, [toLng, toLat]: Position): {readonly distanceM: number; readonly bearingDeg: number} {
  if (fromLng === toLng && fromLat === toLat) return {distanceM: 0, bearingDeg: 0};
  const apart = (toLng - fromLng) * radians;
  // Reduced latitudes: those of the auxiliary sphere.
  const reduced1 = Math.atan((1 - flattening) * Math.tan(fromLat * radians));
  const reduced2 = Math.atan((1 - flattening) * Math.tan(toLat * radians));
  const [sin1, cos1, sin2, cos2] = [Math.sin(reduced1), Math.cos(reduced1), Math.sin(reduced2), Math.cos(reduced2)];
  let lambda = apart;
  for (let step = 1; ; step++) {
    const [sinLambda, cosLambda] = [Math.sin(lambda), Math.cos(lambda)];
    const east = cos2 * sinLambda;
    const north = cos1 * sin2 - sin1 * cos2 * cosLambda;
    const sinSigma = Math.hypot(east, north);
    const cosSigma = sin1 * sin2 + cos1 * cos2 * cosLambda;
    const sigma = Math.atan2(sinSigma, cosSigma);
    const sinAlpha = sinSigma === 0 ? 0 : (cos1 * cos2 * sinLambda) / sinSigma;
    const cosSqAlpha = 1 - sinAlpha ** 2;
    // Along the equator the term falls away.
    const cos2Middle = cosSqAlpha < 1e-14 ? 0 : cosSigma - (2 * sin1 * sin2) / cosSqAlpha;
    const c = (flattening / 16) * cosSqAlpha * (4 + flattening * (4 - 3 * cosSqAlpha));
    const next = apart + (1 - c) * flattening * sinAlpha * (sigma + c * sinSigma * (cos2Middle + c * cosSigma * (2 * cos2Middle ** 2 - 1)));
    const isDone = Math.abs(next - lambda) < precision || step === mostSteps;
    lambda = next;
    if (!isDone) continue;
    const uSq = (cosSqAlpha * (equatorM ** 2 - poleM ** 2)) / poleM ** 2;
    const a = 1 + (uSq / 16_384) * (4096 + uSq * (-768 + uSq * (320 - 175 * uSq)));
    const b = (uSq / 1024) * (256 + uSq * (-128 + uSq * (74 - 47 * uSq)));
    const deltaSigma =
      b *
      sinSigma *
      (cos2Middle + (b / 4) * (cosSigma * (2 * cos2Middle ** 2 - 1) - (b / 6) * cos2Middle * (4 * sinSigma ** 2 - 3) * (4 * cos2Middle ** 2 - 3)));
    return {distanceM: poleM * a * (sigma - deltaSigma), bearingDeg: (Math.atan2(east, north) / radians + 360) % 360};
  }
}

/** Metres between two positions. */
export const metresApart = (from: Position, to: Position): number => way(from, to).distanceM;

const meanM = 6_371_009;
/** No distance on the sphere is off by more than this share of it. */
export const roughness = 0.006;

/** Metres from one position on the sphere of the Earth's mean radius: off by 0.6 % at most, and quick enough to ask of a hundred thousand. */
export function roughMetresFrom([fromLng, fromLat]: Position): (to: Position) => number {
  const cosFrom = Math.cos(fromLat * radians);
  return ([lng, lat]) => {
    const north = Math.sin(((lat - fromLat) * radians) / 2);
    const east = Math.sin(((lng - fromLng) * radians) / 2);
    return 2 * meanM * Math.asin(Math.min(1, Math.sqrt(north * north + cosFrom * Math.cos(lat * radians) * east * east)));
  };
}

/** Whether positions are surely farther than so many metres: asked of the many before the few are measured. */
export function isBeyond(from: Position, metres: number): (to: Position) => boolean {
  const metresTo = roughMetresFrom(from);
  const most = metres * (1 + 2 * roughness);
  return (to) => metresTo(to) > most;
}
