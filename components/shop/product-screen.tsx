'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { PageHeader } from '@/components/frame/page-header';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { ErrorState } from '@/components/ui/error-state';
import { Panel } from '@/components/ui/panel';
import { Skeleton } from '@/components/ui/skeleton';
import { Time } from '@/components/ui/time';
import { toast } from '@/components/ui/toast';
import { useFormat } from '@/components/use-format';
import { productQuery, updateProduct } from '@/lib/shop/client';
import type { ProductDetail } from '@/lib/shop/schema';
import { changesOf, fieldsOf } from './product-fields';
import { ProductForm } from './product-form';
import { ProductOrdersPanel } from './product-orders-panel';

/** One product: what it is, what it has cost, and who bought it. */
export function ProductScreen({ id }: { id: number }) {
  const t = useTranslations('products');
  const { data, error, refetch, isFetching } = useQuery(productQuery(id));
  return (
    <>
      <PageHeader
        title={data?.name ?? `#${id}`}
        back={<Link href="/products">{t('title')}</Link>}
        action={data && <ArchiveButton product={data} />}
      />
      {!data && error && <ErrorState error={error} onRetry={() => void refetch()} busy={isFetching} />}
      {!data && !error && <Skeleton className="h-96 w-full" />}
      {data && (
        <div className="flex flex-col gap-4">
          <div className="grid items-start gap-4 lg:grid-cols-[2fr_1fr]">
            <Panel title={t('about')}>
              {data.archived ? <p className="text-sm text-muted">{t('archivedNote')}</p> : <Edit product={data} />}
            </Panel>
            <Panel title={t('prices')}>
              <Prices product={data} />
            </Panel>
          </div>
          <ProductOrdersPanel productId={id} />
        </div>
      )}
    </>
  );
}

function Edit({ product }: { product: ProductDetail }) {
  const t = useTranslations('products');
  const client = useQueryClient();
  const [shown, setShown] = useState(product);
  return (
    <ProductForm
      key={shown.priceVersion}
      initial={fieldsOf(shown)}
      submit={t('save')}
      onSubmit={async (fields) => {
        const changes = changesOf(fieldsOf(shown), fields);
        const changed = Object.keys(changes).length > 0;
        if (changed) setShown({ ...shown, ...(await updateProduct(product.id, changes)) });
        await client.invalidateQueries({ queryKey: ['products'] });
        toast(t(changed ? 'saved' : 'nothingChanged'));
      }}
    />
  );
}

function Prices({ product }: { product: ProductDetail }) {
  const format = useFormat();
  return (
    <ol className="flex flex-col divide-y">
      {product.prices.map(({ version, price, since }) => (
        <li key={version} className="flex items-baseline justify-between gap-4 py-2">
          <span className="text-sm text-muted">
            <Time at={since} />
          </span>
          <span className="font-medium">{format.number(price)}</span>
        </li>
      ))}
    </ol>
  );
}

function ArchiveButton({ product }: { product: ProductDetail }) {
  const t = useTranslations('products');
  const [asking, setAsking] = useState(false);
  const client = useQueryClient();
  const turn = useMutation({
    mutationFn: (archived: boolean) => updateProduct(product.id, { archived }),
    onSuccess: async ({ archived }) => {
      setAsking(false);
      toast(t(archived ? 'archivedNow' : 'onSaleAgain'));
      await client.invalidateQueries({ queryKey: ['products'] });
    },
  });
  if (product.archived)
    return (
      <Button busy={turn.isPending} onClick={() => turn.mutate(false)}>
        {t('sellAgain')}
      </Button>
    );
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('archive')}</Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('archiveTitle', { name: product.name })}
        confirm={t('archive')}
        busy={turn.isPending}
        error={turn.error}
        onConfirm={() => turn.mutate(true)}
      >
        <p>{t('archiveWhat', { stock: product.stock, sold: product.sold })}</p>
      </ConfirmDialog>
    </>
  );
}
