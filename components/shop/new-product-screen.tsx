'use client';

import { useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { PageHeader } from '@/components/frame/page-header';
import { toast } from '@/components/ui/toast';
import { createProduct } from '@/lib/shop/client';
import { EMPTY, wantedOf } from './product-fields';
import { ProductForm } from './product-form';

/** Puts a product on sale. */
export function NewProductScreen() {
  const t = useTranslations('products');
  const router = useRouter();
  const client = useQueryClient();
  return (
    <>
      <PageHeader title={t('new')} back={<Link href="/products">{t('title')}</Link>} />
      <ProductForm
        initial={EMPTY}
        submit={t('create')}
        onSubmit={async (fields) => {
          const product = await createProduct(wantedOf(fields));
          await client.invalidateQueries({ queryKey: ['products'] });
          toast(t('created', { name: product.name }));
          router.push(`/products/${product.id}`);
        }}
      />
    </>
  );
}
