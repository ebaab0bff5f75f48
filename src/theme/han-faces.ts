/** On the web Chinese is set in the system's faces: `[family, source, weight]` of none of ours. The one file has another file of this name. */
export const hanFaces: readonly (readonly [family: string, source: string, weight: string])[] = [];
