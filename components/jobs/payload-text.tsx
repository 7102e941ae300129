/** What a job is about: the values that it was queued with. */
export function PayloadText({ payload }: { payload: unknown }) {
  const values = typeof payload === 'object' && payload !== null ? Object.entries(payload) : [['', payload]];
  return (
    <span className="flex flex-wrap gap-x-4 font-mono @max-2xl:justify-end @max-2xl:text-right text-sm">
      {values.map(([name, value]) => (
        <code key={String(name)}>{typeof value === 'string' ? value : JSON.stringify(value)}</code>
      ))}
    </span>
  );
}
