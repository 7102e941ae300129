'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { type KeptCopy, keptCopy } from '@/components/kept-copy';
import { createDraft, draftsQuery, saveDraft } from '@/lib/ads/client';
import { Problem } from '@/lib/http/client';
import { type AdFields, fieldsOfDraft } from './ad-fields';
import { draftSaver, type SavingState } from './draft-saver';

export type Saving = { state: SavingState | null; at: Date | null };

/**
 * Saves the form as a draft while it is typed, from the first change on, and keeps a copy in this tab until the server
 * has it. `copyName` is of the person; the draft made on the way gets its id into the address.
 */
export function useDraft(form: UseFormReturn<AdFields>, copyName: string, opened: number | null) {
  const client = useQueryClient();
  const [saving, setSaving] = useState<Saving>({ state: null, at: null });
  const id = useRef(opened);
  const closed = useRef(false);
  const [copy] = useState(() => keptCopy(`ad ${copyName}`, fieldsOfDraft));
  const [saver] = useState(() =>
    draftSaver<AdFields>({
      save: async (fields, leaving) => {
        id.current = await put(id.current, fields, leaving);
        if (!leaving) addressOf(id.current);
        void client.invalidateQueries({ queryKey: draftsQuery().queryKey });
      },
      mayRetry: (error) =>
        !(error instanceof Problem) || error.status === 0 || error.status === 429 || error.status >= 500,
      onState: (state) => {
        if (state === 'saved') copy.forget();
        setSaving((before) => ({ state, at: state === 'saved' ? new Date() : before.at }));
      },
    }),
  );
  useTyping(form, { copy, saver, closed });
  return {
    saving,
    /** Ends the saving, for the registration; answers which draft there is by now. */
    close: async () => {
      closed.current = true;
      await saver.stop();
      return id.current;
    },
    /** Goes on after a refused registration. */
    reopen: () => {
      closed.current = false;
      saver.change(form.getValues());
    },
    forget: copy.forget,
  };
}

type Keeping = {
  copy: KeptCopy<AdFields>;
  saver: ReturnType<typeof draftSaver<AdFields>>;
  closed: RefObject<boolean>;
};

/** Hands every change to the copy and the saver, brings back what the copy holds, and saves when the page is left. */
function useTyping(form: UseFormReturn<AdFields>, { copy, saver, closed }: Keeping): void {
  useEffect(() => {
    const change = (fields: AdFields) => {
      if (closed.current) return;
      copy.write(fields);
      saver.change(fields);
    };
    const kept = copy.read();
    if (kept) {
      form.reset(kept);
      change(kept);
    }
    const stopWatching = form.subscribe({
      formState: { values: true },
      callback: ({ values }) => change(structuredClone(values)),
    });
    const leave = () => void saver.flush(true);
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      stopWatching();
      leave();
    };
  }, [form, saver, copy, closed]);
}

/** A draft that was registered or deleted elsewhere is begun anew: what is typed here is not lost with it. */
async function put(id: number | null, fields: AdFields, leaving: boolean): Promise<number> {
  if (id === null) return (await createDraft(fields, leaving)).id;
  try {
    await saveDraft(id, fields, leaving);
    return id;
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return put(null, fields, leaving);
    throw error;
  }
}

/** A reload opens the same draft; this is no step to go back to. */
function addressOf(id: number): void {
  const address = `/ads/new?draft=${id}`;
  const onForm = location.pathname === '/ads/new' && `${location.pathname}${location.search}` !== address;
  if (onForm) window.history.replaceState(null, '', address);
}
