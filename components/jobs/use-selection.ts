'use client';

import { useState } from 'react';

export type Selection = ReturnType<typeof useSelection>;

/** Which of the rows in sight are chosen; one that left the list is chosen no more. */
export function useSelection(ids: readonly number[]) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const shown = ids.filter((id) => chosen.has(id));
  const turn = (id: number) => {
    const next = new Set(shown);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const all: boolean | 'indeterminate' =
    shown.length === 0 ? false : shown.length === ids.length ? true : 'indeterminate';
  return {
    ids: shown,
    all,
    has: (id: number) => chosen.has(id),
    turn,
    chooseAll: (every: boolean) => setChosen(new Set(every ? ids : [])),
    clear: () => setChosen(new Set()),
  };
}
