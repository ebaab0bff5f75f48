/** In other people's pages the atlas is at home where its script is: `dist/embed/`, with the site one folder above. */
const module = import.meta.url; // In a variable: the bundler would take a literal for a file of its own.

export const dataFolder = (): URL => new URL('data/', module);
export const siteFolder = (): URL | null => new URL('../', module);
