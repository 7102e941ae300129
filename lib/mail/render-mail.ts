import QRCode from 'qrcode';
import type { Locale } from '@/lib/kernel/locale';
import { env } from '@/lib/platform/env';
import { type MailWords, mailTexts } from './mail-texts';
import { MAIL_DATA, type MailTemplate } from './schema';

export type StoredMail = { template: MailTemplate; locale: Locale; data: unknown };

/** A picture within the HTML, which names it as `cid:<cid>`. */
export type MailPicture = { cid: string; filename: string; content: Buffer };
export type RenderedMail = { subject: string; text: string; html: string; pictures: MailPicture[] };

const QR_CID = 'voucher-qr';

/** What a stored mail says, as text and as HTML. The same mail renders the same, whenever it is tried. */
export async function renderMail(mail: StoredMail): Promise<RenderedMail> {
  const words = mailWords(mail);
  const pictures = words.voucherCode === null ? [] : [await qrOf(words.voucherCode)];
  return { subject: words.subject, text: textOf(words), html: htmlOf(words, mail.locale), pictures };
}

/** The subject alone, for lists. */
export const subjectOf = (mail: StoredMail): string => mailWords(mail).subject;

function mailWords({ template, locale, data }: StoredMail): MailWords {
  const texts = mailTexts[locale];
  switch (template) {
    case 'coupon-won':
      return texts[template](MAIL_DATA[template].parse(data));
    case 'ticket-bought':
      return texts[template](MAIL_DATA[template].parse(data));
    case 'ticket-refunded':
      return texts[template](MAIL_DATA[template].parse(data));
  }
}

const origin = () => new URL(env().BOXOFFICE_URL ?? `http://localhost:${env().PORT}`).origin;
const addressOf = (path: string) => `${origin()}${path}`;

/** Staff who scan it get the page that redeems it. */
async function qrOf(code: string): Promise<MailPicture> {
  const content = await QRCode.toBuffer(addressOf(`/redeem?code=${code}`), { width: 240, margin: 2 });
  return { cid: QR_CID, filename: `${code}.png`, content };
}

function textOf({ lead, facts, voucherCode, link, foot }: MailWords): string {
  const lines = facts.map(([label, value]) => `${label}: ${value}`);
  const code = voucherCode === null ? [] : ['', grouped(voucherCode)];
  return [lead, '', ...lines, ...code, '', `${link.label}: ${addressOf(link.path)}`, '', foot, ''].join('\n');
}

function htmlOf({ subject, lead, facts, voucherCode, link, foot }: MailWords, locale: Locale): string {
  const rows = facts.map(
    ([label, value]) =>
      `<tr><td style="padding:6px 16px 6px 0;color:#5c5f66">${escaped(label)}</td><td style="padding:6px 0;text-align:right">${escaped(value)}</td></tr>`,
  );
  const voucher =
    voucherCode === null
      ? ''
      : `<p style="text-align:center;margin:24px 0"><img src="cid:${QR_CID}" alt="QR" width="200" height="200"><br><span style="font:600 18px/2 ui-monospace,Menlo,Consolas,monospace;letter-spacing:1px">${grouped(voucherCode)}</span></p>`;
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:24px 12px;background:#f7f7f6;color:#1c1d1f;font:15px/1.6 -apple-system,'Apple SD Gothic Neo','Malgun Gothic',Segoe UI,sans-serif">
<div style="max-width:480px;margin:0 auto;background:#fff;border:1px solid #e0e0dd;border-radius:8px;padding:28px">
<p style="margin:0 0 16px;font-size:13px;color:#5c5f66">Boxoffice</p>
<h1 style="margin:0 0 12px;font-size:20px;line-height:1.4">${escaped(subject)}</h1>
<p style="margin:0 0 20px">${escaped(lead)}</p>
<table role="presentation" style="width:100%;border-collapse:collapse;border-top:1px solid #e0e0dd;border-bottom:1px solid #e0e0dd">${rows.join('')}</table>
${voucher}
<p style="margin:24px 0"><a href="${escaped(addressOf(link.path))}" style="display:inline-block;background:#1c1d1f;color:#fff;text-decoration:none;padding:10px 18px;border-radius:6px">${escaped(link.label)}</a></p>
<p style="margin:0;font-size:13px;color:#5c5f66">${escaped(foot)}</p>
</div></body></html>`;
}

const grouped = (code: string) => code.match(/.{1,4}/g)?.join('-') ?? code;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
