import type {FeatureCollection} from 'geojson';
import {LitElement, css, html, nothing, svg, type PropertyValues, type SVGTemplateResult, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {cardWords} from '../../i18n/card.ts';
import {formatDistance} from '../../i18n/formats.ts';
import {textSize} from '../../map/label-sides.ts';
import {areaOf, type Subject} from '../../model/atlas.ts';
import {areaTone, areaTones} from '../../theme/tokens.ts';
import type {AtlasContext} from '../common/context.ts';
import '../common/ftz-mark.ts';
import {locatorHeight, locatorScene, locatorWidth, type LocatorScene} from './locator-scene.ts';
import {patternDef, patternId, patternStyles} from '../common/patterns.ts';
import {baseStyles} from '../common/styles.ts';
import {toneRules} from '../common/tone-rules.ts';

/** The picture at the head of a card: where the subject lies, to scale, with its doubt. */
@customElement('ftz-locator')
export class FtzLocator extends LitElement {
  static override readonly styles = [
    baseStyles,
    patternStyles,
    css`
      :host {
        display: block;
        position: relative;
        overflow: hidden;
        background: var(--ftz-land);
        border-radius: inherit;
      }
      svg.picture {
        display: block;
        width: 100%;
        height: auto;
      }
      .ground {
        fill: none;
      }
      .inner {
        fill: var(--ftz-inner);
      }
      .lake {
        fill: var(--ftz-water);
      }
      .river {
        stroke: var(--ftz-water);
        stroke-width: 2.2;
      }
      .airport {
        fill: var(--ftz-beyond);
        stroke: var(--ftz-ring);
      }
      .runway {
        stroke: var(--ftz-ring);
        stroke-width: 2;
      }
      .ring {
        stroke: var(--ftz-ring);
        stroke-width: 2.5;
      }
      .expressway {
        stroke: var(--ftz-expressway);
        stroke-width: 2;
      }
      .district-line {
        stroke: var(--ftz-district-line);
        stroke-dasharray: 1 3;
        stroke-linecap: round;
      }
      .metro {
        fill: none;
        stroke-width: 1.3;
        opacity: 0.55;
      }
      .metro.nearest {
        stroke-width: 3;
        opacity: 0.85;
      }
      .stop {
        fill: var(--ftz-land);
        stroke-width: 1.6;
      }
      ${toneRules((tone) => `.${tone}{color:var(--ftz-${tone}-mark)}`, areaTones)}
      .edge {
        fill: none;
        stroke: currentColor;
        stroke-width: 1.35;
        stroke-dasharray: 4 3;
      }
      .accuracy {
        fill: var(--ftz-ink);
        fill-opacity: 0.06;
        stroke: var(--ftz-ink);
        stroke-dasharray: 1 3;
        stroke-linecap: round;
      }
      .gap {
        fill: none;
        stroke: var(--ftz-surface);
        stroke-width: 5;
      }
      .selected {
        fill: none;
        stroke: var(--ftz-ink);
        stroke-width: 2.2;
      }
      text {
        font-size: 11px;
        font-weight: 500;
        fill: var(--ftz-ink-2);
        stroke: var(--ftz-halo);
        stroke-width: 3px;
        stroke-linejoin: round;
        paint-order: stroke;
      }
      text:lang(zh-CN) {
        font-size: 12px;
      }
      text.name {
        font-size: 13px;
        font-weight: 700;
        fill: var(--ftz-ink);
        stroke-width: 4px;
      }
      .scale path {
        fill: none;
        stroke: var(--ftz-ink-2);
        stroke-width: 1.2;
      }
      .chip-within {
        position: absolute;
        left: 18px;
        bottom: 9px;
        padding: 1px 7px;
        border-radius: 3px;
        background: var(--ftz-raised);
        color: var(--ftz-ink-2);
        font-size: 12px;
        line-height: 17px;
      }
      /* The mark is an element of its own; it stands over the picture at the place's pixel. */
      ftz-mark {
        position: absolute;
        translate: -50% -50%;
      }
      @media (forced-colors: active) {
        :host {
          border-bottom: 1px solid CanvasText;
        }
      }
    `,
  ];

  @property({attribute: false}) context: AtlasContext | null = null;
  @property({attribute: false}) subject: Subject | null = null;
  @property({attribute: false}) ground: FeatureCollection | null = null;
  @property({attribute: false}) metro: FeatureCollection | null = null;
  #scene: LocatorScene | null = null;
  #madeOf: readonly unknown[] = [];

  /** The scene is made anew only when what it shows changes: most new contexts change neither. */
  protected override willUpdate(): void {
    const {context, subject, ground, metro} = this;
    const madeOf = [context?.atlas, context?.lang, subject?.record, ground, metro];
    if (madeOf.every((part, index) => part === this.#madeOf[index]) && madeOf.length === this.#madeOf.length) return;
    this.#madeOf = madeOf;
    this.#scene = context && subject ? locatorScene(context.atlas, subject, context.lang, ground, metro) : null;
  }

  protected override updated(_changed: PropertyValues): void {
    const mark = this.renderRoot.querySelector('ftz-mark');
    if (!mark || !this.#scene) return;
    mark.style.setProperty('left', `${(this.#scene.mark.x / locatorWidth) * 100}%`);
    mark.style.setProperty('top', `${(this.#scene.mark.y / locatorHeight) * 100}%`);
  }

  override render(): TemplateResult | typeof nothing {
    const {context, subject} = this;
    const scene = this.#scene;
    if (!context || !subject || !scene) return nothing;
    const {atlas, lang} = context;
    const say = cardWords[lang];
    const tones = [...new Set(scene.discs.map(({disc}) => disc.tone))];
    const tone = areaTone(areaOf(subject), [...atlas.areaById.keys()]);
    return html`
      <svg class="picture" viewBox="0 0 ${locatorWidth} ${locatorHeight}" role="img" aria-label=${say.locator(subject.record.name[lang])}>
        ${tones.map((one) => svg`<g class=${one}><defs>${patternDef(one)}</defs></g>`)}
        ${scene.ground.map(({layer, path}) => (layer === 'beijing' ? nothing : svg`<path class="ground ${layer}" d=${path}></path>`))}
        ${scene.discs.map(({x, y, r, disc}) => svg`<g class=${disc.tone}><circle class="tint" cx=${x} cy=${y} r=${r}></circle><circle cx=${x} cy=${y} r=${r} fill="url(#${patternId(disc.tone)})"></circle><circle class="edge" cx=${x} cy=${y} r=${r}></circle></g>`)}
        ${scene.lines.map(({colour, path, isNearest}) => svg`<path class="metro ${isNearest ? 'nearest' : ''}" stroke=${colour} d=${path}></path>`)}
        ${scene.stations.map(({x, y, colour}) => svg`<circle class="stop" cx=${x} cy=${y} r="3" stroke=${colour}></circle>`)}
        ${scene.accuracyR === null ? nothing : svg`<circle class="accuracy" cx=${scene.mark.x} cy=${scene.mark.y} r=${scene.accuracyR}></circle>`}
        ${subject.type === 'place' ? svg`<circle class="gap" cx=${scene.mark.x} cy=${scene.mark.y} r="7.5"></circle><circle class="selected" cx=${scene.mark.x} cy=${scene.mark.y} r="10"></circle>` : nothing}
        ${this.#renderNames(context, subject, scene)} ${this.#renderScale(context, scene)}
      </svg>
      ${subject.type === 'place' ? html`<ftz-mark .kind=${subject.record.kind} .standing=${subject.record.inZone} .tone=${tone}></ftz-mark>` : nothing}
      ${subject.type !== 'area' && subject.record.accuracyM !== null ? html`<span class="chip-within">${say.within(formatDistance(subject.record.accuracyM, lang))}</span>` : nothing}
    `;
  }

  /** The subject's name above its mark; names of the nearest stations where they meet nothing. */
  #renderNames({lang}: AtlasContext, subject: Subject, scene: LocatorScene): SVGTemplateResult {
    const {record} = subject;
    const name = (record.label ?? record.name)[lang];
    const width = textSize([name], 13, lang).width;
    const x = Math.min(Math.max(scene.mark.x, width / 2 + 10), locatorWidth - width / 2 - 60);
    const y = scene.mark.y - 17;
    const taken = [
      {left: x - width / 2, right: x + width / 2, top: y - 14, bottom: y + 6},
      {left: scene.mark.x - 14, right: scene.mark.x + 14, top: scene.mark.y - 14, bottom: scene.mark.y + 14},
      {left: 0, right: 190, top: locatorHeight - 30, bottom: locatorHeight},
      {left: 220, right: locatorWidth, top: locatorHeight - 36, bottom: locatorHeight},
      {left: locatorWidth - 52, right: locatorWidth, top: 0, bottom: 52},
    ];
    const names: SVGTemplateResult[] = [];
    for (const station of scene.stations.slice(0, 4)) {
      const size = textSize([station.name], lang === 'zh' ? 12 : 11, lang);
      for (const [left, anchor] of [
        [station.x + 7, 'start'],
        [station.x - 7 - size.width, 'end'],
      ] as const) {
        const box = {left, right: left + size.width, top: station.y - 8, bottom: station.y + 8};
        if (
          box.left < 4 ||
          box.right > locatorWidth - 4 ||
          taken.some((other) => box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom)
        )
          continue;
        taken.push(box);
        names.push(svg`<text x=${anchor === 'start' ? station.x + 7 : station.x - 7} y=${station.y + 4} text-anchor=${anchor}>${station.name}</text>`);
        break;
      }
    }
    if (subject.type === 'place') return svg`${names}<text class="name" x=${x} y=${y} text-anchor="middle">${name}</text>`;
    return svg`${scene.discs.map(({x: discX, y: discY, r, disc, isOwn}) => {
      if (!isOwn) return nothing;
      const {width} = textSize([disc.label], 13, lang);
      const isInside = width < 2 * r - 8;
      // The close button stands in the upper right corner.
      const isLeft = discX + r + 5 + width > locatorWidth - (discY < 60 ? 56 : 8);
      return svg`<text class="name" x=${isInside ? discX : isLeft ? discX - r - 5 : discX + r + 5} y=${discY + 5} text-anchor=${isInside ? 'middle' : isLeft ? 'end' : 'start'}>${disc.label}</text>`;
    })}`;
  }

  #renderScale({lang}: AtlasContext, {scale}: LocatorScene): SVGTemplateResult {
    const right = locatorWidth - 18;
    const bottom = locatorHeight - 13;
    return svg`<g class="scale"><path d="M${right - scale.width} ${bottom - 4}V${bottom}H${right}V${bottom - 4}"></path><text x=${right - scale.width / 2} y=${bottom - 6} text-anchor="middle">${formatDistance(scale.metres, lang)}</text></g>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-locator': FtzLocator;
  }
}
