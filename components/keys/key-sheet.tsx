'use client';

import { useTranslations } from 'next-intl';
import { Fact, Facts } from '@/components/operations/facts';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { Sheet } from '@/components/ui/sheet';
import { Time } from '@/components/ui/time';
import type { ApiKey } from '@/lib/accounts/schema';
import { ExpiryText } from './expiry-text';
import type { KeyVerb } from './key-actions';
import { KeyStateBadge } from './key-state-badge';
import { ViewerTokenSecret } from './viewer-token-secret';

type KeySheetProps = {
  apiKey: ApiKey | undefined;
  onAct: (verb: KeyVerb, key: ApiKey) => void;
  onClose: () => void;
};

/** All that is known of one key; never the key itself. */
export function KeySheet({ apiKey, onAct, onClose }: KeySheetProps) {
  const t = useTranslations('keys');
  return (
    <Sheet open={apiKey !== undefined} onOpenChange={onClose} title={apiKey?.name ?? ''}>
      {apiKey && (
        <div className="flex flex-col gap-5">
          <KeyFacts apiKey={apiKey} />
          {apiKey.kind === 'publishable' && apiKey.revokedAt === null && (
            <ViewerTokenSecret key={apiKey.id} apiKey={apiKey} />
          )}
          <div className="flex flex-wrap gap-2">
            {apiKey.revokedAt === null && (
              <>
                <Button onClick={() => onAct('edit', apiKey)}>{t('edit')}</Button>
                <Button onClick={() => onAct('revoke', apiKey)}>{t('revoke')}</Button>
              </>
            )}
            <LinkButton href={`/audit?kind=key&id=${apiKey.id}`}>{t('history')}</LinkButton>
          </div>
        </div>
      )}
    </Sheet>
  );
}

function KeyFacts({ apiKey }: { apiKey: ApiKey }) {
  const t = useTranslations('keys');
  const { requestsPerSecond: perSecond, burst, revokedAt, lastUsedAt } = apiKey;
  return (
    <Facts>
      <Fact name={t('state')}>
        <KeyStateBadge apiKey={apiKey} />
      </Fact>
      <Fact name={t('prefix')}>
        <code className="font-mono text-sm">{apiKey.prefix}…</code>
      </Fact>
      <Fact name={t('kind')}>
        {t(`kinds.${apiKey.kind}`)}
        <p className="text-xs text-muted">{t(`kindNotes.${apiKey.kind}`)}</p>
      </Fact>
      <Fact name={t('scopes')}>{apiKey.scopes.includes('*') ? t('allScopes') : <Lines values={apiKey.scopes} />}</Fact>
      {apiKey.kind === 'publishable' && (
        <Fact name={t('origins')}>
          {apiKey.allowedOrigins.length === 0 ? t('anyOrigin') : <Lines values={apiKey.allowedOrigins} />}
        </Fact>
      )}
      <Fact name={t('rate')}>{t('rateOf', { perSecond, burst })}</Fact>
      <Fact name={t('created')}>
        <Time at={apiKey.createdAt} />
      </Fact>
      <Fact name={t('expires')}>
        <ExpiryText at={apiKey.expiresAt} />
      </Fact>
      <Fact name={t('lastUsed')}>{lastUsedAt ? <Time at={lastUsedAt} /> : t('neverUsed')}</Fact>
      {revokedAt && (
        <Fact name={t('revokedAt')}>
          <Time at={revokedAt} />
        </Fact>
      )}
    </Facts>
  );
}

function Lines({ values }: { values: readonly string[] }) {
  return (
    <ul>
      {values.map((value) => (
        <li key={value} className="font-mono text-sm break-all">
          {value}
        </li>
      ))}
    </ul>
  );
}
