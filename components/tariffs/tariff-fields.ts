import { priceOf } from '@/lib/settlement/rules';
import { TariffCreate, type TariffVersion } from '@/lib/settlement/tariff-schema';

/** A step as it is typed: an ordinal, and whole won with at most one decimal. */
export type StepText = { from: string; won: string };
export type TariffText = { effectiveOn: string; video: StepText[]; ad: StepText[] };

export const PREVIEWED = 100_000n;

/** What is typed begins with the steps of another tariff. */
export function textOf(tariff: Pick<TariffVersion, 'video' | 'ad'> | undefined): Omit<TariffText, 'effectiveOn'> {
  const steps = (of: TariffVersion['video'] = []) =>
    of.map(({ from, tenths }) => ({ from: String(from), won: String(tenths / 10) }));
  return { video: steps(tariff?.video), ad: steps(tariff?.ad) };
}

/** What is typed as the API takes it; null while something is missing or wrong. */
export function tariffIn(text: TariffText): TariffCreate | null {
  const steps = (of: StepText[]) => of.map(({ from, won }) => ({ from: wholeIn(from), tenths: tenthsIn(won) }));
  const read = TariffCreate.safeParse({ ...text, video: steps(text.video), ad: steps(text.ad) });
  return read.success ? read.data : null;
}

const wholeIn = (text: string) =>
  /^\d+$/.test(text.trim().replaceAll(',', '')) ? Number(text.replaceAll(',', '')) : Number.NaN;

/** `1.1` is 11; a second decimal is no price. */
function tenthsIn(text: string): number {
  const [, won, tenth] = /^(\d+)(?:\.(\d))?$/.exec(text.trim().replaceAll(',', '')) ?? [];
  return won === undefined ? Number.NaN : Number(won) * 10 + Number(tenth ?? 0);
}

type Steps = readonly { from: number; tenths: number }[];

/** What the first 100,000 are worth, in tenths of a won. */
export function previewOf(steps: Steps): bigint {
  const exact = steps.map(({ from, tenths }) => ({ from: BigInt(from), tenths: BigInt(tenths) }));
  return priceOf(exact, 0n, PREVIEWED);
}
