/** What a job is about, in a line: the values that it was queued with. */
export function PayloadText({ payload }: { payload: unknown }) {
  const values = typeof payload === 'object' && payload !== null ? Object.values(payload) : [payload];
  const text = values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' · ');
  return <code className="font-mono text-sm">{text}</code>;
}
