/**
 * Sixteen made-up districts, as heavy as real ones are (292 kB, some 14,000 points): blobs on a grid, no place on Earth.
 * The same on every run.
 */
export function districts() {
  const pointsEach = 880;
  const features = Array.from({length: 16}, (_, index) => {
    const centre = [115.6 + (index % 4) * 0.5, 39.6 + Math.floor(index / 4) * 0.36];
    const ring = Array.from({length: pointsEach}, (__, step) => {
      const angle = (2 * Math.PI * step) / pointsEach;
      const wobble = 1 + 0.09 * Math.sin(7 * angle + index) + 0.03 * Math.sin(53 * angle) + 0.008 * Math.sin(211 * angle + 2 * index);
      return [centre[0] + 0.23 * wobble * Math.cos(angle), centre[1] + 0.17 * wobble * Math.sin(angle)].map((degree) => Number(degree.toFixed(5)));
    });
    return {type: 'Feature', properties: {id: index}, geometry: {type: 'Polygon', coordinates: [[...ring, ring[0]]]}};
  });
  return JSON.stringify({type: 'FeatureCollection', features});
}
