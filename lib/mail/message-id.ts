import { sha256 } from '@/lib/platform/secret';

/** The Message-ID of a mail: the same at each attempt, so that whoever gets it twice can tell. */
export function messageId({ memberId, sendId }: { memberId: string; sendId: string }): string {
  return `<${sha256(`${memberId}\n${sendId}`).slice(0, 32)}@boxoffice.mail>`;
}
