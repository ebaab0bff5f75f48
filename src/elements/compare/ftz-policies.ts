import {LitElement, html, nothing, type TemplateResult} from 'lit';
import {customElement, property} from 'lit/decorators.js';
import {byDate, choiceOf, policiesOf, type PolicyChoice} from '../../analysis/policies.ts';
import {formatDate, formatList} from '../../i18n/formats.ts';
import {policyWords} from '../../i18n/policies.ts';
import {topicName} from '../../i18n/topics.ts';
import {subjectOf} from '../../model/atlas.ts';
import type {Policy} from '../../model/types.ts';
import {policyReaches, policyStates, setFilter, toggleFilter, type View} from '../../state/view.ts';
import type {AtlasContext} from '../common/context.ts';
import {dateInputs} from '../common/date-inputs.ts';
import {LitEvent, ViewChangeEvent} from '../common/events.ts';
import '../common/ftz-source-link.ts';
import {Later} from '../common/later.ts';
import {pageStyles} from './page-styles.ts';
import {policiesStyles} from './policies-styles.ts';
import {baseStyles} from '../common/styles.ts';
import {switchStyles} from '../common/subject-looks.ts';

/** As many as the first sheet of a large screen shows. */
const shownFirst = 16;

/** Policies by industry, place, state, reach and field, and what sources tell anew between two dates: all of it is in the view. */
@customElement('ftz-policies')
export class FtzPolicies extends LitElement {
  static override readonly styles = [baseStyles, pageStyles, switchStyles, policiesStyles];

  @property({attribute: false}) context: AtlasContext | null = null;
  readonly #later = new Later(this);

  override render(): TemplateResult | typeof nothing {
    const {context} = this;
    if (!context) return nothing;
    const {atlas, lang, view} = context;
    const say = policyWords[lang];
    const choice = choiceOf(view);
    const policies = policiesOf(atlas, choice);
    return html`
      <header>
        <h1 class="serif">${this.#title(context, policies)}</h1>
        <p class="lead">${say.lead}</p>
      </header>
      ${this.#renderIndustries(context, choice)}
      <div class="fields">
        <label><span>${say.place}</span>${this.#renderPlaces(context)}</label>
        ${this.#renderSwitch(
          say.state,
          say.anyState,
          policyStates.map((id) => ({id, name: id === 'in-force' ? say.inForce : say.planned})),
          view.policyState,
          (policyState) => this.#change((now) => ({...now, policyState})),
        )}
        ${this.#renderSwitch(
          say.reach,
          say.anyReach,
          policyReaches.map((id) => ({id, name: say[id]})),
          view.policyReach,
          (policyReach) => this.#change((now) => ({...now, policyReach})),
        )}
        <label><span>${say.topic}</span>${this.#renderTopics(context, choice)}</label>
        <fieldset>
          <legend class="visually-hidden">${say.changes}</legend>
          ${dateInputs(this, view, say)}
          ${view.from === null && view.to === null ? nothing : html`<button class="link tall" @click=${() => this.#change((now) => ({...now, from: null, to: null}))}>${say.anyDate}</button>`}
        </fieldset>
      </div>
      <div role="status">${this.#renderChanges(context, policies)}</div>
      ${
        policies.length === 0
          ? html`<p class="empty">${say.empty} <button class="link tall" @click=${this.#onClear}>${say.drop}</button></p>`
          : html`<table>
              <thead>
                <tr>
                  <th scope="col">${say.policy}</th>
                  <th scope="col">${say.state}</th>
                  <th scope="col">${say.industries}</th>
                  <th scope="col">${say.scope}</th>
                  <th scope="col">${say.source}</th>
                </tr>
              </thead>
              ${[...byDate(this.#later.isDue(policies.map(({id}) => id).join()) ? policies : policies.slice(0, shownFirst))].map(([date, group]) => this.#renderDate(context, date, group))}
            </table>`
      }
    `;
  }

  #title({atlas, lang, view}: AtlasContext, policies: readonly Policy[]): string {
    const say = policyWords[lang];
    const names = view.filters.industry.map((id) => atlas.industryById.get(id)?.label[lang] ?? id);
    const about = names.length > 0 ? formatList(names, lang) : say.all;
    const inForce = policies.filter(({state: one}) => one === 'in-force').length;
    return policies.length === 0 ? say.titleNone(about) : say.title(about, inForce, policies.length - inForce);
  }

  #renderIndustries({atlas, lang, view}: AtlasContext, choice: PolicyChoice): TemplateResult {
    return html`<div class="chips" role="group" aria-label=${policyWords[lang].industries}>
      ${atlas.industries.map(({id, label}) => {
        const count = policiesOf(atlas, {...choice, industries: [id]}).length;
        return html`<button
          class="chip"
          aria-pressed=${view.filters.industry.includes(id)}
          @click=${() => this.#change((now) => toggleFilter(now, 'industry', id))}
        >
          ${label[lang]} <span class="n">${count}</span>
        </button>`;
      })}
    </div>`;
  }

  /** One area or group at a time; a link may name several, then none of the options is the whole choice. */
  #renderPlaces({atlas, lang, view}: AtlasContext): TemplateResult {
    const chosen = [...view.filters.area, ...view.filters.group];
    const [only = ''] = chosen;
    const option = (id: string, name: string): TemplateResult => html`<option value=${id} .selected=${chosen.length === 1 && id === only}>${name}</option>`;
    return html`<select @change=${this.#onPlace}>
      <option value="" .selected=${chosen.length === 0}>${policyWords[lang].everyPlace}</option>
      ${
        chosen.length > 1
          ? html`<option value=${chosen.join(',')} .selected=${true}>
              ${formatList(
                chosen.map((id) => subjectOf(atlas, id)?.record.name[lang] ?? id),
                lang,
              )}
            </option>`
          : nothing
      }
      ${atlas.areas.map(
        (area) =>
          html`<optgroup label=${area.label[lang]}>
            ${option(area.id, area.name[lang])} ${atlas.groups.filter((group) => group.area === area.id).map((group) => option(group.id, group.name[lang]))}
          </optgroup>`,
      )}
    </select>`;
  }

  #renderTopics({atlas, lang, view}: AtlasContext, choice: PolicyChoice): TemplateResult {
    const fitting = policiesOf(atlas, {...choice, topic: null});
    // What a link names is there to see, and to take back, also where nothing is of it.
    const topics = [...new Set([...fitting.map(({topic}) => topic), ...(view.topic === null ? [] : [view.topic])])].map((id) => ({
      id,
      name: topicName(id, lang),
    }));
    return html`<select @change=${this.#onTopic}>
      <option value="" .selected=${view.topic === null}>${policyWords[lang].anyTopic}</option>
      ${topics
        .toSorted((a, b) => a.name.localeCompare(b.name, lang))
        .map(({id, name}) => html`<option value=${id} .selected=${view.topic === id}>${name} (${fitting.filter(({topic}) => topic === id).length})</option>`)}
    </select>`;
  }

  #renderSwitch<T extends string>(
    label: string,
    any: string,
    options: readonly {readonly id: T; readonly name: string}[],
    chosen: T | null,
    choose: (id: T | null) => void,
  ): TemplateResult {
    const button = (id: T | null, name: string): TemplateResult => html`<button aria-pressed=${id === chosen} @click=${() => choose(id)}>${name}</button>`;
    return html`<div class="choice">
      <span>${label}</span>
      <div class="switch" role="group" aria-label=${label}>${button(null, any)}${options.map(({id, name}) => button(id, name))}</div>
    </div>`;
  }

  #renderChanges({lang, view: {from, to}}: AtlasContext, policies: readonly Policy[]): TemplateResult | typeof nothing {
    if (from === null && to === null) return nothing;
    const say = policyWords[lang];
    const inForce = policies.filter(({state: one}) => one === 'in-force').length;
    const planned = policies.length - inForce;
    const [start, end] = [from === null ? '' : formatDate(from, lang), to === null ? '' : formatDate(to, lang)];
    const words =
      to === null ? say.since(start, inForce, planned) : from === null ? say.until(end, inForce, planned) : say.changed(start, end, inForce, planned);
    return html`<p class="changed">${words} <span class="quiet">${say.changesNote}</span></p>`;
  }

  #renderDate(context: AtlasContext, date: string, policies: readonly Policy[]): TemplateResult {
    const {lang} = context;
    const say = policyWords[lang];
    return html`<tbody>
      <tr class="date">
        <th colspan="5" scope="rowgroup">${say.asOf(formatDate(date, lang))}<span class="quiet">${say.count(policies.length)}</span></th>
      </tr>
      ${policies.map((policy) => this.#renderPolicy(context, policy))}
    </tbody>`;
  }

  #renderPolicy(context: AtlasContext, policy: Policy): TemplateResult {
    const {atlas, lang, lit} = context;
    const say = policyWords[lang];
    const point = (ids: readonly string[]) => () => this.dispatchEvent(new LitEvent(ids));
    return html`<tr
      class="policy"
      ?data-lit=${policy.places.some((id) => lit.has(id))}
      @pointerenter=${point(policy.places)}
      @pointerleave=${point([])}
      @focusin=${point(policy.places)}
      @focusout=${point([])}
    >
      <th scope="row">${policy.name[lang]}${policy.note ? html`<span class="note quiet">${policy.note[lang]}</span>` : nothing}</th>
      <td><span class="state" data-state=${policy.state}>${policy.state === 'in-force' ? say.inForce : say.planned}</span></td>
      <td>
        ${policy.industries.length === 0 ? html`<span class="quiet">${say.noIndustry}</span>` : policy.industries.map((id) => atlas.industryById.get(id)?.label[lang] ?? id).join(' · ')}
      </td>
      <td>${this.#renderScope(context, policy)}</td>
      <td>
        <ftz-source-link named .context=${context} .sources=${policy.sources} .basis=${policy.basis} .about=${policy.name[lang]}></ftz-source-link>
      </td>
    </tr>`;
  }

  /** The scope as its source words it; where it is of one thing, that opens on the map. */
  #renderScope({atlas, lang}: AtlasContext, {scope, places}: Policy): TemplateResult {
    const [only] = places;
    const subject = only !== undefined && places.length === 1 ? subjectOf(atlas, only) : undefined;
    if (!subject) return html`${scope[lang]}`;
    const {id, name} = subject.record;
    return html`<button
      class="link"
      title=${policyWords[lang].onMap(name[lang])}
      @click=${() => this.#change((view) => ({...view, mode: 'explore', place: id, camera: null}))}
    >
      ${scope[lang]}
    </button>`;
  }

  #change(change: (view: View) => View): void {
    this.dispatchEvent(new ViewChangeEvent(change));
  }

  readonly #onPlace = ({target}: Event): void => {
    const {context} = this;
    if (!(target instanceof HTMLSelectElement) || !context) return;
    const ids = target.value === '' ? [] : target.value.split(',');
    const areas = ids.filter((id) => context.atlas.areaById.has(id));
    const groups = ids.filter((id) => context.atlas.groupById.has(id));
    this.#change((view) => setFilter(setFilter(view, 'area', areas), 'group', groups));
  };

  readonly #onTopic = ({target}: Event): void => {
    if (target instanceof HTMLSelectElement) this.#change((view) => ({...view, topic: target.value || null}));
  };

  readonly #onClear = (): void => {
    this.#change((view) => ({
      ...setFilter(setFilter(setFilter(view, 'industry', []), 'area', []), 'group', []),
      policyState: null,
      policyReach: null,
      topic: null,
      from: null,
      to: null,
    }));
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'ftz-policies': FtzPolicies;
  }
}
