/** Vector tiles out of one archive on a plain file server that answers ranges. */
import {addProtocol, type VectorSourceSpecification} from 'maplibre-gl';
import {PMTiles, Protocol, TileType} from 'pmtiles';

let protocol: Protocol | null = null;

export interface Archive {
  readonly source: VectorSourceSpecification;
  /** The names of its layers; null where it does not say. */
  readonly layers: readonly string[] | null;
}

const namesIn = (metadata: unknown): readonly string[] | null => {
  if (typeof metadata !== 'object' || metadata === null || !('vector_layers' in metadata) || !Array.isArray(metadata.vector_layers)) return null;
  return metadata.vector_layers.flatMap((layer: unknown) =>
    typeof layer === 'object' && layer !== null && 'id' in layer && typeof layer.id === 'string' ? [layer.id] : [],
  );
};

/** Opens an archive; throws where it can't be read or holds pictures. */
export async function openArchive(url: URL): Promise<Archive> {
  if (protocol === null) {
    protocol = new Protocol();
    addProtocol('pmtiles', protocol.tile);
  }
  const archive = new PMTiles(url.href);
  const {tileType} = await archive.getHeader();
  if (tileType !== TileType.Mvt) throw new Error('its tiles are pictures; vector tiles (MVT) are needed');
  const layers = namesIn(await archive.getMetadata());
  protocol.add(archive);
  return {source: {type: 'vector', url: `pmtiles://${url.href}`}, layers};
}
