/**
 * The maps of a dossier's pages: the set in the colours of print, as vectors, so as fine as the printer. Made when they are first needed.
 * Drawn by the map's engine at 300 dots an inch, they held software graphics for seconds.
 */
import type {FeatureCollection} from 'geojson';
import type {Filtered} from '../../analysis/filter.ts';
import {languagesOf} from '../../export/table.ts';
import type {Language} from '../../model/types.ts';
import {initialView} from '../../state/view.ts';
import {themesByName} from '../../theme/tokens.ts';
import type {Dossier} from './ftz-dossier-pages.ts';

/** The width between the margins of an A4 sheet, 182 mm, and a height that leaves room for the title, in CSS pixels. */
export const dossierMapPx = {width: 688, height: 600} as const;

export type DossierMaps = Readonly<Partial<Record<Language, string>>>;

/** What the map shows in full: the set and what is in it. The rest of the zone stays, dimmed. */
function filteredTo({scope, atlas}: Dossier): Filtered {
  const ids = new Set(scope.subjects.flatMap(({type, record}) => (type === 'place' ? [record.group, record.area] : [record.id])));
  const areaIds = new Set(scope.subjects.flatMap(({type, record}) => (type === 'area' ? [record.id] : [])));
  return {
    places: scope.places,
    placeIds: new Set(scope.places.map(({id}) => id)),
    groupIds: new Set(atlas.groups.filter((group) => ids.has(group.id) || areaIds.has(group.area)).map(({id}) => id)),
    milestones: scope.milestones,
    milestoneIds: new Set(scope.milestones.map(({id}) => id)),
  };
}

/** Addresses of the drawings, one a language of the dossier; who asks for them revokes them. */
export async function drawMaps(dossier: Dossier, ground: FeatureCollection): Promise<DossierMaps> {
  const [{sheetOf}, {svgFile}, {today}] = await Promise.all([
    import('../../export/sheet.ts'),
    import('../../export/svg-file.ts'),
    import('../../export/today.ts'),
  ]);
  const maps: Partial<Record<Language, string>> = {};
  for (const lang of languagesOf(dossier.lang)) {
    const context = {atlas: dossier.atlas, view: initialView, filtered: filteredTo(dossier), lang, theme: themesByName.print};
    const sheet = sheetOf({context, ground, metro: null, furniture: 'map', size: dossierMapPx, link: null, today: today()});
    maps[lang] = URL.createObjectURL(new Blob([svgFile(sheet)], {type: 'image/svg+xml'}));
  }
  return maps;
}

export const forgetMaps = (maps: DossierMaps): void => {
  for (const url of Object.values(maps)) URL.revokeObjectURL(url);
};
