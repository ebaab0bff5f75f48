import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join, relative} from 'node:path';
import {describe, expect, test} from 'vitest';

const root = join(import.meta.dirname, '../..');
const core = ['model', 'analysis', 'state'] as const;
const look = ['theme', 'i18n'] as const;

/** Who may import whom: folders of `src` (`engine` = src/engine.ts) and packages. What is not named here is forbidden. `types:` = only as types. */
const may: Readonly<Record<string, readonly string[]>> = {
  model: ['valibot', 'types:geojson'],
  theme: ['model'],
  i18n: ['model', 'types:state', 'types:analysis'],
  // A View is what a filter is given, and the tour's sentences are made here; state and i18n ask analysis nothing.
  // gcoord: the datums of other map services, in datum.ts alone.
  analysis: ['model', 'state', 'i18n', '@turf/turf', 'gcoord', 'types:geojson'],
  state: ['model'],
  // pmtiles: only for a host's own ground.
  map: [...core, ...look, 'engine', 'maplibre-gl', 'pmtiles', 'types:geojson'],
  charts: [...core, ...look, 'engine', 'd3', 'types:geojson'],
  // What comes from another window or a file of a user's is parsed by a schema, as the data is.
  briefing: [...core, ...look, 'engine', 'map', 'charts', 'valibot'],
  // A deck is made of a briefing's steps; a saved file carries its state as an embedded atlas reads it.
  // fflate: what the library of the slides packs wrongly is packed anew.
  export: [...core, ...look, 'engine', 'map', 'charts', 'briefing', 'embed', 'fflate', 'write-excel-file', 'd3-dsv', 'uqr', 'pptxgenjs', 'types:geojson'],
  // Other people's files: read here, checked, made into records. No page: it runs in a worker and on the command line too.
  import: ['model', 'analysis', 'i18n', 'd3-dsv', 'topojson-client', '@turf/turf', 'types:geojson'],
  embed: [...core, ...look, 'engine', 'map', 'charts'],
  // A host's style is read here, and drawn by the map.
  elements: [
    ...core,
    ...look,
    'engine',
    'map',
    'charts',
    'briefing',
    'export',
    'embed',
    'import',
    'lit',
    'lucide-static',
    'uqr',
    'types:geojson',
    'types:maplibre-gl',
  ],
  // How site, library and single file are made. Runs in the bundler; the library's types and manifest come from the table of parameters.
  builds: ['model', 'state', 'vite', 'vite-plugin-pwa', 'vite-plugin-singlefile', 'node'],
  // A briefing's steps are views: the grammar of the link checks them.
  'geo/build': [
    'model',
    'analysis',
    'state',
    'import',
    'i18n',
    '@turf/turf',
    'valibot',
    '@valibot/to-json-schema',
    'pinyin-pro',
    'vite',
    'node',
    'types:geojson',
  ],
};

/** What the pure core never touches. */
const impure = /\b(document|window|localStorage|sessionStorage|navigator|location|history)\.|\bfetch\(|\bMath\.random\(|\bDate\.now\(|\bnew Date\(\)/;
const impureFiles = new Set(['src/state/location.ts']);

interface Import {
  readonly file: string;
  readonly of: string;
  readonly target: string;
  readonly typeOnly: boolean;
}

const filesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, {recursive: true, withFileTypes: true})
        .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
        .map((entry) => join(entry.parentPath, entry.name))
    : [];

/** The folder of `src`, `geo/build`, or the package a specifier leads to. */
function targetOf(file: string, specifier: string): string {
  if (!specifier.startsWith('.'))
    return specifier.startsWith('node:')
      ? 'node'
      : specifier.startsWith('@')
        ? specifier.split('/').slice(0, 2).join('/')
        : (specifier.split(/[/?]/)[0] ?? specifier);
  const path = relative(root, join(dirname(file), specifier));
  if (path.startsWith('geo/build')) return 'geo/build';
  const [, folder = ''] = path.split('/');
  return folder.replace(/\.ts$/, '');
}

function importsOf(file: string, of: string): readonly Import[] {
  const code = readFileSync(file, 'utf8').replaceAll(/^\s*(\/\*\*[\s\S]*?\*\/|\/\/.*)$/gm, '');
  const found = [
    ...code.matchAll(/^\s*(?:import|export)\s+(type\s)?[^'";]*?from\s*'([^']+)'/gm),
    ...code.matchAll(/()\bimport\(\s*'([^']+)'/g),
    ...code.matchAll(/^\s*import\s()'([^']+)'/gm),
  ];
  return found.map(([, type, specifier = '']) => ({
    file: relative(root, file),
    of,
    target: targetOf(file, specifier),
    typeOnly: type?.startsWith('type') ?? false,
  }));
}

const imports = Object.keys(may).flatMap((folder) =>
  filesIn(join(root, folder === 'geo/build' ? folder : `src/${folder}`)).flatMap((file) => importsOf(file, folder)),
);

describe.each(Object.entries(may))('%s', (folder, allowed) => {
  test(`imports only ${allowed.join(', ')}`, () => {
    const wrong = imports.filter(
      ({of, target, typeOnly}) => of === folder && target !== folder && !allowed.includes(target) && !(typeOnly && allowed.includes(`types:${target}`)),
    );
    expect(wrong.map(({file, target}) => `${file} → ${target}`)).toEqual([]);
  });
});

test('among the elements all may use what is common, and nobody the atlas', () => {
  const folder = 'src/elements';
  const wrong = filesIn(join(root, folder)).flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/'\.\.\/([a-z]+)\//g)]
      .map(([, target = '']) => ({of: relative(join(root, folder), file).split('/')[0] ?? '', target}))
      .filter(({of, target}) => target === 'atlas' || (of === 'common' && existsSync(join(root, folder, target))))
      .map(({target}) => `${relative(root, file)} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('the table is of folders that are there, and every folder is in it', () => {
  const folders = readdirSync(join(root, 'src'), {withFileTypes: true})
    .filter((entry) => entry.isDirectory())
    .map(({name}) => name);
  expect(folders.filter((name) => !(name in may) && filesIn(join(root, 'src', name)).length > 0)).toEqual([]);
  expect(imports.length).toBeGreaterThan(50);
});

test('the core knows no page, no clock and no chance', () => {
  const wrong = core
    .flatMap((folder) => filesIn(join(root, 'src', folder)))
    .map((file) => ({name: relative(root, file), code: readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')}))
    .filter(({name, code}) => !impureFiles.has(name) && impure.test(code));
  expect(wrong.map(({name}) => name)).toEqual([]);
});

test('a forbidden import would be seen', () => {
  const seen = importsOf(join(root, 'tests/unit/layers.test.ts'), 'model').map(({target}) => target);
  expect(seen).toEqual(expect.arrayContaining(['node', 'vitest']));
});
