/** A slide's chart: bars that the office program draws itself and whose figures can be edited. */
import type PptxGenJS from 'pptxgenjs';
import {slideWords} from '../i18n/slides.ts';
import {langTag} from '../i18n/words.ts';
import type {SlideChart} from './slide-content.ts';
import {hex, slideFonts, type Dress, type SlideBox} from './slide-dress.ts';

/** Lying bars one below the other, in inches: as tall as they may be, and with the least that keeps their labels. */
export const barsHeight = ({bars}: SlideChart): {readonly most: number; readonly least: number} => ({
  most: 0.45 + bars.length * 0.42,
  least: 0.45 + bars.length * 0.32,
});

/** Standing bars fill a place of their own, and their type is larger. */
export function addBars(pptx: PptxGenJS, slide: PptxGenJS.Slide, {name, bars, digits}: SlideChart, box: SlideBox, {lang, theme}: Dress): void {
  const isTime = digits === 0;
  const face = slideFonts[lang].body;
  const points = isTime ? 14 : 12;
  // Lying bars are stacked from the foot up.
  const inOrder = isTime ? bars : bars.toReversed();
  const altText = slideWords[lang].chartAlt(name, bars.map(({label, value}) => `${label} ${value}`).join(lang === 'zh' ? '，' : ', '));
  slide.addChart(pptx.ChartType.bar, [{name, labels: inOrder.map(({label}) => label), values: inOrder.map(({value}) => value)}], {
    ...box,
    altText,
    lang: langTag(lang),
    barDir: isTime ? 'col' : 'bar',
    barGapWidthPct: 45,
    chartArea: {roundedCorners: false},
    chartColors: inOrder.map(({tone}) => hex(theme.areas[tone].mark)),
    showTitle: true,
    title: name,
    titleFontFace: face,
    titleFontSize: points,
    titleColor: hex(theme.ink2),
    showValue: true,
    dataLabelFormatCode: isTime ? '0' : '0.00',
    dataLabelFontFace: face,
    dataLabelFontSize: points,
    dataLabelColor: hex(theme.ink),
    catAxisLabelFontFace: face,
    catAxisLabelFontSize: points,
    catAxisLabelColor: hex(theme.ink),
    catAxisLineColor: hex(theme.line2),
    valAxisHidden: true,
    valAxisMinVal: 0,
    // The longest bar leaves room for its label, which some programs would break in two.
    valAxisMaxVal: Math.max(...bars.map(({value}) => value)) * (isTime ? 1.05 : 1.2),
    valGridLine: {style: 'none'},
    catGridLine: {style: 'none'},
    showLegend: false,
  });
}
