/** The library: `dist/embed/`, an ES module with its chunks, worker and data beside it, types and manifest. */
import {execFileSync} from 'node:child_process';
import {cpSync, mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {Plugin} from 'vite';
import {parameters} from '../state/parameters.ts';
import {propertyOf} from '../state/properties.ts';
import {parameterWords} from './parameter-words.ts';

/** A parameter without words is a mistake of ours, and stops the build. */
function wordsOf(name: string): string {
  const words = parameterWords[name];
  if (!words) throw new Error(`parameter-words.ts says nothing of “${name}”`);
  return `${words.meaning}: ${words.values}`;
}

/** Where each entry's code is. */
export const entries = {'ftz-atlas': 'src/embed.ts', 'ftz-frame': 'src/embed/client.ts'};

interface Manifest {
  modules: {path: string; declarations?: {tagName?: string; attributes?: {name: string; fieldName?: string}[]; members?: {kind: string; name: string}[]}[]}[];
}

/** `custom-elements.json`: what the analyzer reads in the source, and the attributes that stand in the table of parameters. */
function manifest(root: string): string {
  // In a folder of its own: the analyzer would write into the package.json it finds.
  const folder = mkdtempSync(join(tmpdir(), 'ftz-manifest-'));
  const cli = join(root, 'node_modules/@custom-elements-manifest/analyzer/cem.js');
  execFileSync(process.execPath, [cli, 'analyze', '--litelement', '--quiet', '--globs', join(root, 'src/elements/atlas/ftz-atlas.ts')], {
    cwd: folder,
    stdio: 'ignore',
  });
  const read: Manifest = JSON.parse(readFileSync(join(folder, 'custom-elements.json'), 'utf8'));
  rmSync(folder, {recursive: true});
  for (const module of read.modules) {
    module.path = 'ftz-atlas.js';
    for (const declaration of module.declarations ?? []) {
      if (declaration.tagName !== 'ftz-atlas') continue;
      const named = parameters.filter(({isAttribute}) => isAttribute);
      declaration.attributes = [
        ...(declaration.attributes ?? []),
        ...named.map(({name}) => ({name, fieldName: propertyOf(name), description: wordsOf(name), type: {text: 'string'}})),
      ];
    }
  }
  return JSON.stringify(read, null, 1);
}

/** In the sources the tag is typed by the class. */
const types = (root: string): string =>
  `${readFileSync(join(root, 'src/embed/api.ts'), 'utf8')}
/** Defined by importing \`ftz-atlas.js\`. */
export declare const FtzAtlas: new () => AtlasElement;

type AtlasEventMap = {[Type in keyof AtlasEvents]: CustomEvent<AtlasEvents[Type]>};

declare global {
  interface HTMLElementTagNameMap {
    'ftz-atlas': AtlasElement;
  }
  interface HTMLElementEventMap extends AtlasEventMap {}
}
`;

const frameTypes = `import type {FrameClient, FrameOptions} from './ftz-atlas.js';

/** Connects with the atlas in a frame whose address names this page's origin as \`parent\`. */
export declare function connectFrame(iframe: HTMLIFrameElement, options?: FrameOptions): Promise<FrameClient>;
`;

/** The folder is a package of its own: served as it is, or installed by name. It needs no other. */
function packageFile(root: string): string {
  const {name, version, description, license}: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const entry = (file: string): object => ({types: `./${file}.d.ts`, default: `./${file}.js`});
  return JSON.stringify(
    {
      name,
      version,
      description,
      license: `${license} AND CC-BY-4.0 AND ODbL-1.0 AND OFL-1.1`,
      type: 'module',
      exports: {
        '.': entry('ftz-atlas'),
        './frame': entry('ftz-frame'),
        './custom-elements.json': './custom-elements.json',
        './data/*': './data/*',
        './package.json': './package.json',
      },
      types: './ftz-atlas.d.ts',
      customElements: './custom-elements.json',
      // The element's parts define themselves as it needs them; the frame's module does nothing until it is called.
      sideEffects: ['./ftz-atlas.js', './part-*.js'],
    },
    null,
    1,
  );
}

/**
 * Bundlers take a worker along where it stands as a literal, with literal options. Vite writes it otherwise, as if nobody would bundle it again.
 */
const followable = (code: string): string =>
  code.replaceAll(
    /new Worker\(new URL\(([`'"])([\w./-]+)\1,\s*import\.meta\.url\)\.href,\s*\{type:[`'"]module[`'"],\s*name:\w+\?\.name\}\)/g,
    (_found, _quote, file: string) => `new Worker(new URL("./${file}",import.meta.url),{type:"module"})`,
  );

export const embed = (root: string): Plugin => ({
  name: 'embed-library',
  apply: 'build',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) if (chunk.type === 'chunk') chunk.code = followable(chunk.code);
    const asset = (fileName: string, source: string): void => void this.emitFile({type: 'asset', fileName, source});
    asset(
      'maplibre-gl-worker.mjs',
      readFileSync(join(root, 'node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs'), 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n'),
    );
    asset('ftz-atlas.d.ts', types(root));
    asset('ftz-frame.d.ts', frameTypes);
    asset('custom-elements.json', manifest(root));
    asset('package.json', packageFile(root));
    for (const licence of ['LICENSE', 'LICENSE-data.md']) asset(licence, readFileSync(join(root, licence), 'utf8'));
  },
  writeBundle: ({dir}) => cpSync(join(root, 'public/data'), join(dir ?? 'dist/embed', 'data'), {recursive: true}),
});
