import { useTranslations } from 'next-intl';
import { Fact, Facts } from '@/components/operations/facts';
import { useFormat } from '@/components/use-format';
import type { Status } from '@/lib/status/schema';

/** The process that answered: what it was built from, since when it runs, and how busy its pools are. */
export function ProcessFacts({ process: { version, commit, node, upSeconds, pools } }: { process: Status['process'] }) {
  const t = useTranslations('status');
  const format = useFormat();
  return (
    <Facts>
      <Fact name={t('version')}>
        {version} {commit && <code className="ml-1 font-mono text-sm break-all">{commit}</code>}
      </Fact>
      <Fact name="Node.js">{node}</Fact>
      <Fact name={t('up')}>{format.duration(upSeconds * 1000)}</Fact>
      {pools.map(({ name, connections, idle, waiting }) => (
        <Fact key={name} name={t('pool', { name })}>
          {t('poolState', { busy: connections - idle, idle, waiting })}
        </Fact>
      ))}
    </Facts>
  );
}
