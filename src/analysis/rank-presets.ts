/** Weights to start from, by what an investor works on. They are ours, published by nobody, and the page says so. */
import type {Weights} from './rank.ts';

export interface Preset {
  readonly id: 'biomedicine' | 'finance' | 'digital-trade' | 'aviation' | 'design' | 'manufacturing';
  /** Ids of the industries it chooses. */
  readonly industries: readonly string[];
  readonly weights: Weights;
}

export const presets: readonly Preset[] = [
  // Special items and reagents come in through bonded zones and airports, and the pilot policies name few places.
  {id: 'biomedicine', industries: ['bio'], weights: {industry: 40, airport: 15, bonded: 15, ip: 15, policies: 15}},
  // Neither goods nor land: what is stated, what is in force, and what has happened lately.
  {id: 'finance', industries: ['fin'], weights: {industry: 55, policies: 25, recency: 20}},
  {id: 'digital-trade', industries: ['dt', 'it'], weights: {industry: 45, policies: 25, ip: 20, recency: 10}},
  {id: 'aviation', industries: ['av'], weights: {industry: 35, airport: 40, bonded: 25}},
  {id: 'design', industries: ['cult'], weights: {industry: 55, ip: 30, policies: 15}},
  {id: 'manufacturing', industries: ['manu'], weights: {industry: 35, size: 25, bonded: 20, airport: 20}},
];
