/** What both maps can do beside showing a scene: the WebGL one and the still drawing. */
import type {Engine} from '../engine.ts';
import type {Position} from '../model/types.ts';
import type {MapScene} from './scene.ts';

export interface MapEngine extends Engine<MapScene> {
  readonly zoom: number;
  /** One step nearer or farther. */
  zoomBy(steps: number): void;
  /** Moves what is looked at by pixels. */
  panBy(xPx: number, yPx: number): void;
  /** The whole zone. */
  home(): void;
  /** Pixels of the map's box. */
  project(position: Position): readonly [x: number, y: number];
  unproject(at: readonly [x: number, y: number]): Position;
}

export interface MapEngineHandlers {
  /** The user chose what stands at a point: one record, or several. `at` in pixels of the map. */
  onSelect(ids: readonly string[], at: readonly [number, number]): void;
  /** The user points at these, or at nothing. */
  onLit(ids: readonly string[]): void;
  /** Where the map is now, for the scale bar: on every move, whoever made it. */
  onView(lat: number, zoom: number): void;
  /** The map has come to rest, whoever moved it. */
  onRest(): void;
  /** The user pressed where nothing stands. */
  onMapClick(position: Position, at: readonly [number, number]): void;
}
