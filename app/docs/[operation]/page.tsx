import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { OperationScreen } from '@/components/docs/operation-screen';
import { apiOperations, apiServer } from '../api-operations';

type Props = { params: Promise<{ operation: string }> };

const operationOf = async ({ params }: Props) => {
  const { operation } = await params;
  return apiOperations().find(({ id }) => id === operation);
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const operation = await operationOf(props);
  return operation ? { title: `${operation.method} ${operation.path}` } : {};
}

export default async function OperationPage(props: Props) {
  const operation = await operationOf(props);
  if (!operation) notFound();
  return <OperationScreen operation={operation} server={apiServer()} />;
}
