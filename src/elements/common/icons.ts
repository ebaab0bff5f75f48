/** Lucide's line icons, by the names the interface uses. Decorative: a word or an aria-label always says the same. */
import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw';
import bookOpen from 'lucide-static/icons/book-open.svg?raw';
import check from 'lucide-static/icons/check.svg?raw';
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw';
import columns from 'lucide-static/icons/columns-3.svg?raw';
import contrast from 'lucide-static/icons/contrast.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import ellipsis from 'lucide-static/icons/ellipsis.svg?raw';
import externalLink from 'lucide-static/icons/external-link.svg?raw';
import house from 'lucide-static/icons/house.svg?raw';
import layers from 'lucide-static/icons/layers.svg?raw';
import link from 'lucide-static/icons/link.svg?raw';
import locate from 'lucide-static/icons/locate.svg?raw';
import map from 'lucide-static/icons/map.svg?raw';
import maximize from 'lucide-static/icons/maximize.svg?raw';
import minus from 'lucide-static/icons/minus.svg?raw';
import moon from 'lucide-static/icons/moon.svg?raw';
import navigation from 'lucide-static/icons/navigation.svg?raw';
import plus from 'lucide-static/icons/plus.svg?raw';
import presentation from 'lucide-static/icons/presentation.svg?raw';
import scrollText from 'lucide-static/icons/scroll-text.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import share from 'lucide-static/icons/share-2.svg?raw';
import sliders from 'lucide-static/icons/sliders-horizontal.svg?raw';
import star from 'lucide-static/icons/star.svg?raw';
import sun from 'lucide-static/icons/sun.svg?raw';
import timeline from 'lucide-static/icons/chart-gantt.svg?raw';
import train from 'lucide-static/icons/train-front.svg?raw';
import x from 'lucide-static/icons/x.svg?raw';
import type {TemplateResult} from 'lit';
import {html} from 'lit';
import {unsafeHTML} from 'lit/directives/unsafe-html.js';

const drawings = {
  arrowLeft,
  bookOpen,
  check,
  chevronDown,
  columns,
  contrast,
  download,
  ellipsis,
  externalLink,
  house,
  layers,
  link,
  locate,
  map,
  maximize,
  minus,
  moon,
  navigation,
  plus,
  presentation,
  scrollText,
  search,
  share,
  sliders,
  star,
  sun,
  timeline,
  train,
  x,
};

export type IconName = keyof typeof drawings;

/** A drawing of the package in the colour of its text. The markup is the package's own, never data. */
export const drawn = (svg: string): TemplateResult =>
  html`${unsafeHTML(svg.replace(/<!--.*?-->\s*/s, '').replace(/class="[^"]*"/, 'class="icon" aria-hidden="true"'))}`;

export const icon = (name: IconName): TemplateResult => drawn(drawings[name]);
