/** Where the atlas is at home: our own page. Other builds have a file of this name for theirs. */

/** The data folder unless `src` names another. */
export const dataFolder = (): URL => new URL('data/', document.baseURI);
/** The atlas's own page, for links that open a view; null where there is none. */
export const siteFolder = (): URL | null => new URL(location.href);
