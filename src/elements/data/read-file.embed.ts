/** The text of a file of a data folder; throws if it can't be had. */
import {dataFolder} from './home.ts';

/**
 * Our own files, each by an address that bundlers know how to follow: what takes the package in takes them along. Our own build must leave
 * the addresses as they are, since the folder lies beside the module already.
 */
const packed: Readonly<Record<string, () => URL>> = {
  'first.json': () => new URL(/* @vite-ignore */ './data/first.json', import.meta.url),
  'rest.json': () => new URL(/* @vite-ignore */ './data/rest.json', import.meta.url),
  'ground.geojson': () => new URL(/* @vite-ignore */ './data/ground.geojson', import.meta.url),
  'metro.geojson': () => new URL(/* @vite-ignore */ './data/metro.geojson', import.meta.url),
};

/** Until version 7 Vite's development server moves a package's scripts away from the files beside them. */
const isMovedByVite = import.meta.url.includes('/.vite/deps/');

export async function readFile(url: URL): Promise<string> {
  const home = dataFolder().href;
  const own = url.href.startsWith(home) ? packed[url.href.slice(home.length)] : undefined;
  const response = await fetch(own?.() ?? url, {credentials: 'same-origin'});
  // Vite answers for what is not there with the page itself.
  if (own && isMovedByVite && response.headers.get('content-type')?.startsWith('text/html'))
    throw new Error("Vite moved this package away from its data: set optimizeDeps: {exclude: ['beijing-ftz-atlas']}");
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.text();
}
