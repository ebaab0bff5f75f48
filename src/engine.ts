/** Something imperative that shows a scene: a WebGL map, an SVG chart. */
export interface Engine<Scene> {
  /** Show this. May be called at any time, also before it can draw: the newest scene wins. */
  update(scene: Scene): void;
  destroy(): void;
}
