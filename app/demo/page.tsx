import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { DemoScreen } from '@/components/demo/demo-screen';
import { demoData } from './demo-data';

/** The key and the mode belong to the server that runs, not to the one that built. */
export const dynamic = 'force-dynamic';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('demo'))('title') };
}

export default async function DemoPage() {
  const data = await demoData();
  if (!data) notFound();
  return <DemoScreen data={data} />;
}
