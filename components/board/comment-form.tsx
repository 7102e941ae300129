'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { TicketPercent } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { v4 } from 'uuid';
import { useDiscountText } from '@/components/shop/use-discount-text';
import { Button } from '@/components/ui/button';
import { ErrorState } from '@/components/ui/error-state';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/textarea';
import { createComment } from '@/lib/community/client';
import type { CommentMade } from '@/lib/community/schema';

/** Says something about a post; what was typed stays until it was taken, and a coupon that it won is said beside it. */
export function CommentForm({ postId }: { postId: number }) {
  const t = useTranslations('board');
  const [body, setBody] = useState('');
  const [won, setWon] = useState<CommentMade['coupon']>(null);
  const sending = useSend(postId, (made) => {
    setBody('');
    setWon((before) => made.coupon ?? before);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (body.trim() !== '') sending.send(body.trim());
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 border-t p-4">
      <div role="status">{won && <Won coupon={won} />}</div>
      {sending.error && <ErrorState error={sending.error} compact />}
      <Field label={t('yourComment')}>
        <Textarea value={body} maxLength={2000} onChange={(event) => setBody(event.target.value)} />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" busy={sending.isPending} disabled={body.trim() === ''}>
          {t('comment')}
        </Button>
      </div>
    </form>
  );
}

/** A press has a key of its own that its tries carry, so that one whose answer was lost is no second comment. */
function useSend(postId: number, onDone: (made: CommentMade) => void) {
  const client = useQueryClient();
  const pressed = useRef<{ body: string; key: string } | null>(null);
  const mutation = useMutation({
    mutationFn: createComment,
    onSuccess: (made) => {
      pressed.current = null;
      onDone(made);
      // Not waited for: that it was taken is said at once, and what it changed follows.
      void client.invalidateQueries({ queryKey: ['posts'] });
    },
  });
  const send = (body: string) => {
    if (pressed.current?.body !== body) pressed.current = { body, key: v4() };
    mutation.mutate({ postId, ...pressed.current });
  };
  return { ...mutation, send };
}

function Won({ coupon }: { coupon: NonNullable<CommentMade['coupon']> }) {
  const t = useTranslations('board');
  const discount = useDiscountText()(coupon.discount);
  return (
    <div className="flex items-start gap-3 rounded bg-good-soft p-3">
      <TicketPercent aria-hidden className="mt-0.5 size-5 shrink-0 text-good" />
      <div>
        <p className="font-medium">{t('won', { discount })}</p>
        <p className="text-sm">
          {t('wonNote')}{' '}
          <Link href="/points" className="underline">
            {t('toWallet')}
          </Link>
        </p>
      </div>
    </div>
  );
}
