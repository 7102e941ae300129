'use client';

import { FileQuestion, Repeat2, Zap } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { Switch } from '@/components/ui/switch';
import { toast } from '@/components/ui/toast';
import { useProblemText } from '@/components/use-problem-text';
import type { DemoData } from './demo-data';
import { sendAgain } from './send-again';
import type { Demo } from './use-demo';

const RAPID_CLICKS = 10;
const NO_CONTENT = 'no-such-content';

/** Ways to see the rules at work. */
export function TryPanel({ data, demo }: { data: DemoData; demo: Demo }) {
  const t = useTranslations('demo');
  const { act, loaded, offline, setOffline, asCreator, setAsCreator } = demo;
  const [first] = data.contents;
  return (
    <Panel title={t('try')} note={t('tryNote')}>
      <div className="flex flex-col gap-4">
        <div className="flex flex-wrap gap-2">
          {first && (
            <Button
              icon={Zap}
              disabled={!loaded}
              onClick={() => act((sdk) => Array.from({ length: RAPID_CLICKS }, () => sdk.click(first.id)))}
            >
              {t('clickRapidly', { count: RAPID_CLICKS })}
            </Button>
          )}
          <SendAgain apiKey={data.apiKey} demo={demo} />
          <Button icon={FileQuestion} disabled={!loaded} onClick={() => act((sdk) => sdk.click(NO_CONTENT))}>
            {t('clickUnknown')}
          </Button>
        </div>
        <div className="flex flex-wrap gap-x-6 gap-y-3">
          <Switch checked={offline} onChange={setOffline} label={t('goOffline')} disabled={!loaded} />
          {data.creator && (
            <Switch
              checked={asCreator}
              onChange={setAsCreator}
              label={t('beCreator', { name: data.creator.name })}
              disabled={!loaded}
            />
          )}
        </div>
        {offline && <p className="text-sm text-muted">{t('offlineNote')}</p>}
      </div>
    </Panel>
  );
}

function SendAgain({ apiKey, demo }: { apiKey: string; demo: Demo }) {
  const t = useTranslations('demo');
  const problemText = useProblemText();
  const [busy, setBusy] = useState(false);
  const { log, tell, offline } = demo;
  const send = async () => {
    setBusy(true);
    await sendAgain(apiKey, log.lastBatch).then(tell, (error) => toast.error(problemText(error).title));
    setBusy(false);
  };
  return (
    <Button icon={Repeat2} busy={busy} disabled={offline || log.lastBatch.length === 0} onClick={send}>
      {t('sendAgain')}
    </Button>
  );
}
