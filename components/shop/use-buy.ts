'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { v4 } from 'uuid';
import type { Problem } from '@/lib/http/client';
import { buyProduct } from '@/lib/shop/client';
import type { OrderPlaced } from '@/lib/shop/schema';

type Choice = { couponId: number | null; price: number };

/** Buys a product once however often it is pressed: a press has a key of its own that all its tries carry. */
export function useBuy(productId: number, memberId: string) {
  const press = useRef<(Choice & { key: string }) | null>(null);
  const client = useQueryClient();
  const buy = useMutation<OrderPlaced, Problem, Choice & { key: string }>({
    mutationFn: (choice) => buyProduct({ productId, ...choice }),
    networkMode: 'always',
    retry: (failures, error) => failures < RETRIES && isUnanswered(error),
    retryDelay: (failures, error) => (error.retryAfterSeconds ?? 2 ** failures) * 1000,
    onSuccess: () => refresh(),
    onError: (error) => {
      if (isUnanswered(error)) return;
      press.current = null;
      refresh();
    },
  });
  const refresh = () => {
    for (const queryKey of [['points', memberId], ['point-entries', memberId], ['orders'], ['coupons'], ['products']])
      void client.invalidateQueries({ queryKey });
  };
  const send = (choice: Choice) => {
    if (buy.isPending || buy.isSuccess) return;
    const before = press.current;
    const same = before?.couponId === choice.couponId && before.price === choice.price;
    press.current = same && before ? before : { ...choice, key: v4() };
    buy.mutate(press.current);
  };
  return { ...buy, send };
}

const RETRIES = 2;

/** Nobody knows yet whether it was done: no answer, a busy server, a proxy between. */
const isUnanswered = ({ status }: Problem) => status === 0 || status === 429 || status >= 500;
