import type { BankFile } from '@/lib/settlement/payout-client';

/** Saves a fetched file under its name, as a press on a download link does. */
export function saveFile({ name, content }: BankFile): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
