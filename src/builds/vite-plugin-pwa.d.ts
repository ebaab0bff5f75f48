/** What we use of the plugin. Its own types need packages that are not installed, and clash with the page's. */
import type {PluginOption} from 'vite';

export declare function VitePWA(options: Readonly<Record<string, unknown>>): PluginOption;
