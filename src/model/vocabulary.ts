/** The closed lists of words records are described with, apart from the schemas, which a page seldom needs. */
export const placeKinds = ['zone', 'park', 'bonded-zone', 'station', 'service-centre', 'institution', 'landmark', 'airport'] as const;
/** `part`: some of it is inside; `adjacent`: beside it; `uncertain`: no source settles it. */
export const standings = ['whole', 'in', 'part', 'adjacent', 'uncertain', 'out'] as const;
export const placeStates = ['planned', 'approved', 'pre-accepted', 'accepted', 'operating'] as const;
export const precisions = ['day', 'month', 'quarter', 'half', 'year'] as const;
export const sourceKinds = ['document', 'official', 'media', 'third-party', 'data'] as const;
