import { DocsScreen } from '@/components/docs/docs-screen';
import { readQuickStart } from './read-quick-start';

export default async function DocsPage() {
  return <DocsScreen quickStart={await readQuickStart()} />;
}
