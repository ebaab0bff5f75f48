/** The one file carries its data in itself, and has no page that others could open. */
export const dataFolder = (): URL => new URL('ftz-atlas:/data/');
export const siteFolder = (): URL | null => null;
