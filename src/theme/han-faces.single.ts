/**
 * The one file goes to machines nobody knows, also to those without a Chinese face: it brings its own, the last of every stack of
 * `tokens.ts`. It holds the 3,755 common characters of GB 2312 and all that our data and words need; a unit test says what is missing.
 * Made from Noto Sans CJK SC 2.004 with fontTools 4.38:
 * `fonttools subset NotoSansCJK-Regular.ttc --font-number=2 --text-file=… --flavor=woff2 --layout-features= --no-hinting --desubroutinize`
 */
import han400 from './fonts/noto-sans-sc-400.woff2?url';

/** Where there is one of these, ours need not be decoded. */
const local = ['PingFangSC-Regular', 'MicrosoftYaHei', 'Microsoft YaHei', 'NotoSansCJKsc-Regular', 'Noto Sans CJK SC', 'SourceHanSansSC-Regular'];

export const hanFaces = [['Atlas Han', [...local.map((name) => `local("${name}")`), `url(${han400}) format("woff2")`].join(','), '400']] as const;
