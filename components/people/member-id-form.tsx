'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { toast } from '@/components/ui/toast';
import { useProblemText } from '@/components/use-problem-text';
import { linkMember } from '@/lib/accounts/client';
import type { User } from '@/lib/accounts/schema';

/** Under which of the platform's ids a person watches and earns. */
export function MemberIdForm({ user }: { user: User }) {
  const t = useTranslations('people');
  const problemText = useProblemText();
  const client = useQueryClient();
  const [text, setText] = useState(user.memberId);
  const memberId = text.trim();
  const link = useMutation({
    mutationFn: () => linkMember(user.id, { memberId }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['users'] });
      toast.success(t('linked'));
    },
  });
  const refusal = link.error && problemText(link.error);
  const error = refusal ? `${refusal.title}. ${refusal.detail}` : memberId === '' ? t('memberIdNeeded') : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (memberId !== '' && !link.isPending) link.mutate();
  };
  return (
    <form onSubmit={submit} className="flex items-start gap-2">
      <Field label={t('memberId')} hint={t('memberIdHint')} error={error} className="grow">
        <Input
          value={text}
          maxLength={64}
          spellCheck={false}
          autoComplete="off"
          className="font-mono"
          onChange={(event) => {
            link.reset();
            setText(event.target.value);
          }}
        />
      </Field>
      <Button type="submit" busy={link.isPending} disabled={memberId === user.memberId} className="mt-6">
        {t('link')}
      </Button>
    </form>
  );
}
