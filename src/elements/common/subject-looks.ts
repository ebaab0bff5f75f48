/** What a subject is called and coloured where it heads a column or a row. */
import {css, html, type TemplateResult} from 'lit';
import {compareWords} from '../../i18n/compare.ts';
import {shortName} from '../../i18n/kinds.ts';
import {areaOf, type Subject} from '../../model/atlas.ts';
import type {Language} from '../../model/types.ts';
import {columnKinds, type ColumnKind} from '../../state/view.ts';
import {areaTone, areaTones, type AreaTone} from '../../theme/tokens.ts';
import type {AtlasContext} from './context.ts';
import {ViewChangeEvent} from './events.ts';
import {toneRules} from './tone-rules.ts';

/** What a subject is called where its kind is said already: "Haidian", "BDA", 海淀. */
export function subjectName(subject: Subject, lang: Language): string {
  const {record} = subject;
  const label = record.label ?? record.name;
  return subject.type === 'group' ? (shortName(label)[lang].split(' · ')[0] ?? '') : label[lang];
}

export const subjectTone = (atlas: AtlasContext['atlas'], subject: Subject): AreaTone =>
  areaTone(
    areaOf(subject),
    atlas.areas.map((area) => area.id),
  );

/** `data-tone` gives an element its area's colours as `--mark` and `--text`. */
export const toneStyles = css`
  ${toneRules((tone) => `[data-tone='${tone}']{--mark:var(--ftz-${tone}-mark);--text:var(--ftz-${tone}-text)}`, areaTones)}
`;

export const switchStyles = css`
  .by {
    display: flex;
    align-items: center;
    gap: 12px;
    color: var(--ftz-ink-3);
    font-size: 13.5px;
  }
  .switch {
    display: inline-flex;
    border: 1px solid var(--ftz-line-2);
    border-radius: 8px;
  }
  .switch button {
    min-height: 42px;
    padding: 0 14px;
    font-weight: 600;
    color: var(--ftz-ink);
    border-radius: 7px;
  }
  .switch [aria-pressed='true'] {
    background: var(--ftz-ink);
    color: var(--ftz-surface);
  }
  @media (pointer: coarse) {
    .switch button {
      min-width: 44px;
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .switch [aria-pressed='true'] {
      background: Highlight;
      color: HighlightText;
      forced-color-adjust: none;
    }
  }
  @media print {
    .by {
      display: none;
    }
  }
`;

/** Areas, groups or places: what a tool is of. */
export function kindSwitch(host: HTMLElement, {lang, view}: AtlasContext, label: string): TemplateResult {
  const say = compareWords[lang];
  const choose = (columns: ColumnKind): boolean => host.dispatchEvent(new ViewChangeEvent((now) => ({...now, columns})));
  return html`<div class="by">
    <span id="by">${label}</span>
    <div class="switch" role="group" aria-labelledby="by">
      ${columnKinds.map((kind) => html`<button aria-pressed=${view.columns === kind} @click=${() => choose(kind)}>${say[kind]}</button>`)}
    </div>
  </div>`;
}
