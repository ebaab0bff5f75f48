/** The one table of colours, read by the style sheets, the map, the charts and the exports. Ratios are in the design notes of the README. */

export interface Theme {
  readonly name: 'light' | 'dark' | 'contrast' | 'print';
  readonly scheme: 'light' | 'dark';
  readonly surface: string;
  /** What floats over the map. */
  readonly raised: string;
  /** Selected rows and bands. */
  readonly sunk: string;
  readonly ink: string;
  readonly ink2: string;
  /** Quiet text. */
  readonly ink3: string;
  /** Rules only, never the edge of a control. */
  readonly line: string;
  /** Edges of controls. */
  readonly line2: string;
  /** Text on a solid area tone. */
  readonly onArea: string;
  readonly areas: Readonly<Record<AreaTone, {readonly mark: string; readonly text: string}>>;
  readonly land: string;
  readonly beyond: string;
  readonly inner: string;
  readonly water: string;
  readonly waterText: string;
  readonly ring: string;
  readonly expressway: string;
  readonly districtLine: string;
  readonly districtText: string;
  readonly halo: string;
  /** Opacity of a group disc's fill and of its pattern. */
  readonly discFill: number;
  readonly patternInk: number;
}

/** A hue for each area: our three, and three more for zones of other people. No eye tells more apart. */
export const areaHues = ['scitech', 'business', 'highend', 'fourth', 'fifth', 'sixth'] as const;
/** Everything outside is neutral. Colour means area and nothing else. */
export type AreaTone = (typeof areaHues)[number] | 'neutral';
export const areaTones: readonly AreaTone[] = [...areaHues, 'neutral'];
/** A name for a tone in a file, a feature or an attribute. */
export const asTone = (name: unknown): AreaTone => areaHues.find((hue) => hue === name) ?? 'neutral';

const toneOfArea: Readonly<Record<string, AreaTone>> = {'area-sci-tech': 'scitech', 'area-intl-business': 'business', 'area-high-end': 'highend'};

/** The tone of an area id; `order` are the atlas's area ids, so that another zone's areas get the hues in turn. */
export function areaTone(areaId: string | null, order: readonly string[] = []): AreaTone {
  if (areaId === null) return 'neutral';
  return toneOfArea[areaId] ?? areaHues[order.indexOf(areaId)] ?? 'neutral';
}

/** Each area also has a pattern, so that grey print and colour-blind eyes tell them apart. */
export const areaPattern: Readonly<Record<AreaTone, 'dots' | 'diagonals' | 'lines' | 'uprights' | 'backslashes' | 'grid' | 'none'>> = {
  scitech: 'dots',
  business: 'diagonals',
  highend: 'lines',
  fourth: 'uprights',
  fifth: 'backslashes',
  sixth: 'grid',
  neutral: 'none',
};

const light: Theme = {
  name: 'light',
  scheme: 'light',
  surface: '#FFFFFF',
  raised: '#FFFFFF',
  sunk: '#F4F5F4',
  ink: '#15212B',
  ink2: '#44525E',
  ink3: '#5F6C77',
  line: '#DEE2E4',
  line2: '#7C8892',
  onArea: '#FFFFFF',
  areas: {
    scitech: {mark: '#004B96', text: '#004B96'},
    business: {mark: '#BC5B00', text: '#A34E00'},
    highend: {mark: '#009675', text: '#00725A'},
    fourth: {mark: '#8161E0', text: '#6A45C9'},
    fifth: {mark: '#C8104B', text: '#B80D44'},
    sixth: {mark: '#48540A', text: '#48540A'},
    neutral: {mark: '#5B6872', text: '#44525E'},
  },
  land: '#F3F3EF',
  beyond: '#E7E9E8',
  inner: '#EDEDE8',
  water: '#C4DBE7',
  waterText: '#356A88',
  ring: '#D3D4CE',
  expressway: '#DCDDD8',
  districtLine: '#C3C8C6',
  districtText: '#5F6C6E',
  halo: '#F7F7F4',
  discFill: 0.11,
  patternInk: 0.3,
};

const dark: Theme = {
  name: 'dark',
  scheme: 'dark',
  surface: '#121A21',
  raised: '#18222B',
  sunk: '#1F2A33',
  ink: '#EEF2F4',
  ink2: '#B4BFC8',
  ink3: '#8C99A4',
  line: '#2A3640',
  line2: '#6F7D89',
  onArea: '#0D141A',
  areas: {
    scitech: {mark: '#5E93E1', text: '#8DB6F2'},
    business: {mark: '#E99541', text: '#F5B06F'},
    highend: {mark: '#61E4CD', text: '#74E3CF'},
    fourth: {mark: '#C64493', text: '#EE8FC4'},
    fifth: {mark: '#F4586F', text: '#FF8C9C'},
    sixth: {mark: '#F2EB9A', text: '#F2EB9A'},
    neutral: {mark: '#A3AFB9', text: '#B4BFC8'},
  },
  land: '#1A242C',
  beyond: '#131B22',
  inner: '#202B34',
  water: '#0E2E42',
  waterText: '#7FB3D0',
  ring: '#33404A',
  expressway: '#28343D',
  districtLine: '#3C4953',
  districtText: '#93A0AA',
  halo: '#151E26',
  discFill: 0.16,
  patternInk: 0.38,
};

const contrast: Theme = {
  ...light,
  name: 'contrast',
  sunk: '#FFFFFF',
  ink: '#000000',
  ink2: '#1F2A33',
  ink3: '#1F2A33',
  line: '#000000',
  line2: '#000000',
  areas: {
    scitech: {mark: '#003A78', text: '#003A78'},
    business: {mark: '#8A3F00', text: '#8A3F00'},
    highend: {mark: '#005F49', text: '#005F49'},
    fourth: {mark: '#6A2BC0', text: '#6A2BC0'},
    fifth: {mark: '#A00038', text: '#A00038'},
    sixth: {mark: '#2C3500', text: '#2C3500'},
    neutral: {mark: '#000000', text: '#000000'},
  },
  land: '#FFFFFF',
  beyond: '#FFFFFF',
  inner: '#FFFFFF',
  water: '#B8D4E3',
  waterText: '#00344F',
  ring: '#777777',
  expressway: '#777777',
  districtLine: '#000000',
  districtText: '#000000',
  halo: '#FFFFFF',
  discFill: 0.08,
  patternInk: 0.5,
};

const print: Theme = {
  ...light,
  name: 'print',
  sunk: '#F2F2F2',
  ink: '#000000',
  ink2: '#333333',
  ink3: '#555555',
  line: '#CCCCCC',
  line2: '#777777',
  land: '#FFFFFF',
  beyond: '#F4F4F4',
  inner: '#FFFFFF',
  water: '#D6E4EB',
  ring: '#CCCCCC',
  expressway: '#CCCCCC',
  districtLine: '#999999',
  districtText: '#555555',
  halo: '#FFFFFF',
};

export const themesByName: Readonly<Record<Theme['name'], Theme>> = {light, dark, contrast, print};

/** Type stacks: Latin first, so that figures match; Chinese never falls to SimSun. */
/** Names of the typefaces that come with the atlas: the page's, and the same files as the map knows them. */
export const pageFaces = {sans: 'Source Sans 3', serif: 'Source Serif 4'} as const;
export const mapFaces = {sans: 'Atlas Sans 3', serif: 'Atlas Serif 4'} as const;
export const fonts = {
  sans: '"Source Sans 3", "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", system-ui, "Segoe UI", Roboto, sans-serif, "Atlas Han"',
  serif: '"Source Serif 4", Georgia, "Source Han Serif SC", "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", serif, "Atlas Han"',
} as const;

/** The tokens as custom properties (`--ftz-ink`, `--ftz-scitech-mark` …). */
export function cssVariables(theme: Theme): string {
  const {areas, name: _name, scheme, ...plain} = theme;
  const kebab = (key: string): string =>
    key
      .replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
      .replace(/2$/, '-2')
      .replace(/3$/, '-3');
  const lines = Object.entries(plain).map(([key, value]) => `--ftz-${kebab(key)}:${value}`);
  for (const [tone, {mark, text}] of Object.entries(areas)) lines.push(`--ftz-${tone}-mark:${mark}`, `--ftz-${tone}-text:${text}`);
  return [`color-scheme:${scheme}`, ...lines].join(';');
}
