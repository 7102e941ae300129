import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ProblemScreen } from '@/components/problems/problem-screen';
import { problemCatalog } from '@/lib/http/problem-catalog';

type Props = { params: Promise<{ code: string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).code.join('/') };
}

export default async function ProblemPage({ params }: Props) {
  const entry = problemCatalog().get((await params).code.join('/'));
  if (!entry) notFound();
  return <ProblemScreen entry={entry} />;
}
