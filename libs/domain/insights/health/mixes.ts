import { HealthMix, type Mix, type MixShare } from './community-health.js';
import { suppressed } from './suppress.js';

export interface CountedShare {
  mix: string;
  key: string;
  count: number;
}

export interface Wish {
  mix: string;
  key: string;
  percent: number;
}

/** The mixes as they may be shown: small counts hidden, what is wished beside what is there. */
export function mixesOf(counted: readonly CountedShare[], wishes: readonly Wish[]): Mix[] {
  return Object.values(HealthMix).map((mix) => {
    const counts = new Map(counted.filter((share) => share.mix === mix).map(({ key, count }) => [key, count]));
    const wished = new Map(wishes.filter((wish) => wish.mix === mix).map(({ key, percent }) => [key, percent]));
    const keys = [...new Set([...counts.keys(), ...wished.keys()])].sort();
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    const shown = suppressed(keys.map((key) => counts.get(key) ?? 0));
    const shares = keys.map((key, at): MixShare => {
      const count = shown[at] ?? null;
      const wishedPercent = wished.get(key) ?? null;
      return { key, count, wishedPercent, isMissing: isMissing(count, wishedPercent, total) };
    });
    return { mix, total, shares };
  });
}

const isMissing = (count: number | null, wishedPercent: number | null, total: number): boolean =>
  count !== null && wishedPercent !== null && (total === 0 || (count / total) * 100 < wishedPercent / 2);
