import { useTranslations } from 'next-intl';
import { CodeLine } from '@/components/ui/code-line';
import { Panel } from '@/components/ui/panel';

const LINES = [
  '<script src="/sdk.js"></script>',
  "const boxoffice = Boxoffice.createBoxoffice({ key: 'bo_pk_...' });",
  'boxoffice.click(42);',
];

/** How another page does what this one does. */
export function InstallPanel() {
  const t = useTranslations('demo');
  return (
    <Panel title={t('install')} note={t('installNote')}>
      <CodeLine code={LINES.join('\n')} />
    </Panel>
  );
}
