import type { Tariff } from './rules';

export type VersionedTariff = Tariff & { version: number };

/**
 * `priceOf` of the rules as an SQL expression over bigint columns `before` and `after`, by the column `version`. Each
 * step adds the rise of its price for every ordinal from it on.
 */
export function worthInSql(tariffs: VersionedTariff[], part: keyof Tariff, before: string, after: string): string {
  const cases = tariffs.map((tariff) => {
    const rises = tariff[part].map(({ from, tenths }, i, steps) => {
      const rise = tenths - (steps[i - 1]?.tenths ?? 0n);
      const past = from - 1n;
      return `(greatest(${after} - ${past}, 0) - greatest(${before} - ${past}, 0)) * (${rise})`;
    });
    return `when ${tariff.version} then ${rises.join(' + ')}`;
  });
  return `case version ${cases.join(' ')} end`;
}
