/** The tools of the comparison: each is fetched when its tab is first opened. A tool that has no line here has no tab. */
import type {FeatureCollection} from 'geojson';
import {html, type TemplateResult} from 'lit';
import {compareTabs, type CompareTab} from '../../state/view.ts';
import type {AtlasContext} from '../common/context.ts';

interface Tool {
  readonly load: () => Promise<unknown>;
  /** `ground` is there once it is loaded, for tools that draw a map. */
  readonly render: (context: AtlasContext, ground: FeatureCollection | null) => TemplateResult;
}

const tools: Readonly<Partial<Record<CompareTab, Tool>>> = {
  matrix: {load: () => import('./ftz-compare-matrix.ts'), render: (context) => html`<ftz-compare-matrix .context=${context}></ftz-compare-matrix>`},
  table: {load: () => import('./ftz-compare-table.ts'), render: (context) => html`<ftz-compare-table .context=${context}></ftz-compare-table>`},
  ranking: {load: () => import('./ftz-ranking.ts'), render: (context) => html`<ftz-ranking .context=${context}></ftz-ranking>`},
  indicators: {load: () => import('./ftz-indicators.ts'), render: (context) => html`<ftz-indicators .context=${context}></ftz-indicators>`},
  policies: {load: () => import('./ftz-policies.ts'), render: (context) => html`<ftz-policies .context=${context}></ftz-policies>`},
  dossier: {
    load: () => import('../dossier/ftz-dossier.ts'),
    render: (context, ground) => html`<ftz-dossier .context=${context} .ground=${ground}></ftz-dossier>`,
  },
};

/** The tabs there are, in their order. */
export const openableTabs: readonly CompareTab[] = compareTabs.filter((tab) => tools[tab] !== undefined);

export const toolOf = (tab: CompareTab): Tool | undefined => tools[tab];
