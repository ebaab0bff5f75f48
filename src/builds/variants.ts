/** Files that differ by build: beside `x.ts` there may be `x.embed.ts` or `x.single.ts`, and that build takes it instead. */
import {existsSync} from 'node:fs';
import type {Plugin} from 'vite';

export const variants = (build: 'embed' | 'single'): Plugin => ({
  name: 'build-variants',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!source.endsWith('.ts') || importer?.includes('/node_modules/')) return null;
    const resolved = await this.resolve(source, importer, {skipSelf: true});
    const variant = resolved?.id.replace(/\.ts$/, `.${build}.ts`);
    return variant !== undefined && existsSync(variant) ? variant : null;
  },
});
