/** What is selected, lit, dimmed or not yet there, told to the features whose state changed, and only to those. */
import type {Map as MapLibre} from 'maplibre-gl';
import {sourceIds} from './layers/sources.ts';
import type {MapScene} from './scene.ts';

interface Marked {
  readonly selected: boolean;
  readonly lit: boolean;
  readonly dimmed: boolean;
  readonly solidity: number;
}

export class FeatureStates {
  readonly #map: MapLibre;
  readonly #marked = new Map<string, Marked>();
  #line: string | null = null;

  constructor(map: MapLibre) {
    this.#map = map;
  }

  show({selected, lit, dimmed, solidity, metroLine}: MapScene): void {
    for (const id of new Set([...selected, ...lit, ...dimmed, ...solidity.keys(), ...this.#marked.keys()])) {
      const now: Marked = {selected: selected.has(id), lit: lit.has(id), dimmed: dimmed.has(id), solidity: solidity.get(id) ?? 1};
      const before = this.#marked.get(id);
      if (before && before.selected === now.selected && before.lit === now.lit && before.dimmed === now.dimmed && before.solidity === now.solidity) continue;
      if (now.selected || now.lit || now.dimmed || now.solidity < 1) this.#marked.set(id, now);
      else this.#marked.delete(id);
      for (const source of [sourceIds.marks, sourceIds.discs, sourceIds.halos, sourceIds.labels]) this.#tell(source, id, {...now});
    }
    if (metroLine === this.#line) return;
    if (this.#line !== null) this.#tell(sourceIds.metro, this.#line, {near: false});
    if (metroLine !== null) this.#tell(sourceIds.metro, metroLine, {near: true});
    this.#line = metroLine;
  }

  /** New sources know nothing: everything is told again. */
  forget(): void {
    this.#marked.clear();
    this.#line = null;
  }

  #tell(source: string, id: string, state: object): void {
    if (this.#map.getSource(source)) this.#map.setFeatureState({source, id}, state);
  }
}
