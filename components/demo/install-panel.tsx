import { useTranslations } from 'next-intl';
import { CodeLine } from '@/components/ui/code-line';
import { Panel } from '@/components/ui/panel';

/** How another page does what this one does. */
export function InstallPanel({ home }: { home: string }) {
  const t = useTranslations('demo');
  const code = `<script src="${home}/sdk.js"></script>
<script>
  const boxoffice = Boxoffice.createBoxoffice({ key: 'bo_pk_...' });
  boxoffice.click(42);
</script>`;
  return (
    <Panel title={t('install')} note={t('installNote')}>
      <CodeLine code={code} />
    </Panel>
  );
}
