/** The timeline of a dossier's pages, drawn for paper. */
import {html, nothing, svg, type TemplateResult} from 'lit';
import {paperPx, paperTimeline, type PaperBar, type PaperLane, type PaperMark} from '../../charts/paper/layout.ts';
import type {ExportScope} from '../../export/scope.ts';
import {dossierWords} from '../../i18n/dossier.ts';
import {formatList} from '../../i18n/formats.ts';
import {stateNames} from '../../i18n/kinds.ts';
import type {Atlas} from '../../model/atlas.ts';
import type {Language} from '../../model/types.ts';

function markOf({number, x, width, row, isUnsourced, isPlanned}: PaperMark): TemplateResult {
  const {mark, row: pitch, lanePadding} = paperPx;
  return svg`<g class="event ${isUnsourced ? 'unsourced' : ''} ${isPlanned ? 'planned' : ''}" transform="translate(${x} ${lanePadding + row * pitch})">
    <rect width=${width} height=${mark} rx=${mark / 2}></rect>
    <text x=${width / 2} y="10.5">${number}</text>
  </g>`;
}

const laneOf = ({name, tone, y, height, marks, earlier}: PaperLane, startYear: number, lang: Language, width: number): TemplateResult =>
  svg`<g class="lane" data-tone=${tone} transform="translate(0 ${y})">
    <line x2=${width} y1=${height} y2=${height}></line>
    <text class="name" y="16">${name[lang]}</text>
    ${earlier.length > 0 ? svg`<text class="earlier" y="29">${dossierWords[lang].earlier(startYear, formatList(earlier.map(String), lang))}</text>` : nothing}
    ${marks.map(markOf)}
  </g>`;

const barOf = ({name, tone, y, stages, isOlder}: PaperBar, lang: Language): TemplateResult =>
  svg`<g class="place" data-tone=${tone} transform="translate(0 ${y})">
    <text class="name" y="12">${name[lang]}</text>
    ${isOlder ? svg`<path d="M${paperPx.left - 3},8h-5v-3l-5,4l5,4v-3h5z"></path>` : nothing}
    ${stages.map(
      ({state, x, width}) => svg`<rect class="stage ${state}" x=${x} y="2" width=${width} height="13"></rect>
      ${width > 56 ? svg`<text class="stage-name ${state}" x=${x + 5} y="12">${stateNames[lang][state]}</text>` : nothing}`,
    )}
  </g>`;

/** The milestones of the set; the numbers are those of the table that follows. */
export function dossierTimeline(atlas: Atlas, {subjects, milestones, places}: ExportScope, lang: Language): TemplateResult {
  const say = dossierWords[lang];
  const {width, height, years, axisY, lanes, bars, startYear} = paperTimeline(atlas, subjects, milestones, places);
  return html`<figure>
    <svg class="timeline" viewBox="0 0 ${width} ${height}" role="img" aria-label=${say.timeline}>
      ${years.map(({x}) => svg`<line class="year" x1=${x} x2=${x} y1="0" y2=${axisY - 11}></line>`)}
      ${lanes.map((lane) => laneOf(lane, startYear, lang, width))} ${bars.map((bar) => barOf(bar, lang))}
      ${years.map(({year, x}) => svg`<text class="year" x=${x} y=${axisY}>${year}</text>`)}
    </svg>
    <figcaption>${say.timelineNote}</figcaption>
  </figure>`;
}
