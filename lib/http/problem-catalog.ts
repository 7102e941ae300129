import { abuseErrors } from '@/lib/abuse/errors';
import { accountErrors } from '@/lib/accounts/errors';
import { adErrors } from '@/lib/ads/errors';
import { assetErrors } from '@/lib/assets/errors';
import { communityErrors } from '@/lib/community/errors';
import { contentErrors } from '@/lib/content/errors';
import { dashboardErrors } from '@/lib/dashboard/errors';
import { eventErrors } from '@/lib/events/errors';
import { DomainError } from '@/lib/kernel/error';
import { mailErrors } from '@/lib/mail/errors';
import { pointErrors } from '@/lib/points/errors';
import { privacyErrors } from '@/lib/privacy/errors';
import { dayErrors } from '@/lib/settlement/day-errors';
import { settlementErrors } from '@/lib/settlement/errors';
import { payoutErrors } from '@/lib/settlement/payout-errors';
import { statementErrors } from '@/lib/settlement/statement-errors';
import { tariffErrors } from '@/lib/settlement/tariff-errors';
import { shopErrors } from '@/lib/shop/errors';
import { adVideoErrors } from '@/lib/streaming/ad-video-errors';
import { streamingErrors } from '@/lib/streaming/errors';
import { httpErrors } from './errors';
import { statusOf } from './problem';

/** The refusals of every module; a new `errors.ts` gets a line here. */
const MODULES = [
  httpErrors,
  accountErrors,
  assetErrors,
  contentErrors,
  eventErrors,
  pointErrors,
  adErrors,
  streamingErrors,
  adVideoErrors,
  settlementErrors,
  dayErrors,
  tariffErrors,
  statementErrors,
  payoutErrors,
  abuseErrors,
  communityErrors,
  mailErrors,
  shopErrors,
  privacyErrors,
  dashboardErrors,
];

/** What a problem's page tells; places that an answer fills in read `{…}`. */
export type ProblemEntry = { code: string; status: number; title: string; detail: string };

/** Every refusal that the API can answer with, by code. */
export function problemCatalog(): Map<string, ProblemEntry> {
  const refusals = MODULES.flatMap((module) => Object.values(module)).map(exampleOf);
  return new Map(
    refusals.map((refusal) => [
      refusal.code,
      { code: refusal.code, status: statusOf(refusal), title: refusal.title, detail: refusal.detail },
    ]),
  );
}

/** Makes a refusal of a kind without knowing what it is about. */
function exampleOf(make: (...facts: never[]) => DomainError): DomainError {
  const refusal: unknown = Reflect.apply(make, undefined, [BLANK, BLANK, BLANK]);
  if (refusal instanceof DomainError) return refusal;
  throw new Error(`errors.ts may only export refusals, found ${String(refusal)}`);
}

/** Reads `{…}` wherever a refusal's text looks into what it was given, however deep. */
const BLANK: unknown = new Proxy(() => BLANK, {
  get: (_target, name) => {
    if (name === Symbol.toPrimitive) return () => '{…}';
    if (name === Symbol.iterator) return () => [BLANK][Symbol.iterator]();
    return name === 'toLocaleString' || name === 'toString' || name === 'join' ? () => '{…}' : BLANK;
  },
});
