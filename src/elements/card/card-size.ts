/** A size against what one knows: a bar beside the whole zone's, and the side of a square. */
import {html, nothing, type TemplateResult} from 'lit';
import {cardWords} from '../../i18n/card.ts';
import {formatNumber} from '../../i18n/formats.ts';
import {toneOf, type CardScope} from './card-scope.ts';
import '../common/ftz-size-bar.ts';
import type {SizePart} from '../common/ftz-size-bar.ts';
import {partsOf} from '../explore/ftz-zone-head.ts';

/** Our arithmetic on a published size; so it stands below it and has no source of its own. */
export function sizeCompared(scope: CardScope): TemplateResult | typeof nothing {
  const {
    context: {atlas, lang},
    subject,
  } = scope;
  const km2 = subject.record.size?.km2;
  if (km2 === undefined || km2 <= 0) return nothing;
  const say = cardWords[lang];
  const side = say.square(formatNumber(Math.sqrt(km2), lang, 1));
  const wholeKm2 = atlas.places.find((place) => place.inZone === 'whole')?.size?.km2;
  if (subject.type === 'place' || wholeKm2 === undefined || km2 > wholeKm2) return html`<p class="quiet">${side}</p>`;
  const whole: readonly SizePart[] = [{id: subject.record.id, name: '', km2, unexplainedKm2: 0}];
  return html`<ftz-size-bar
      .parts=${subject.type === 'area' ? partsOf(atlas, subject.record, lang) : whole}
      .totalKm2=${km2}
      .longestKm2=${wholeKm2}
      .tone=${toneOf(scope, subject)}
      .language=${lang}
      .named=${false}
    ></ftz-size-bar>
    <p class="quiet">${say.shareOfZone(formatNumber((100 * km2) / wholeKm2, lang, 0), formatNumber(wholeKm2, lang))}${side}</p>`;
}
