import { readFile } from 'node:fs/promises';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import type { Payout } from '@/lib/settlement/payout-schema';
import type { SettlementMonth, Statement } from '@/lib/settlement/statement-schema';
import { signInAs } from './sign-in';

const CREATOR = '이하늘';
const REASON = '예금주를 확인하고 있습니다';
const won = (amount: number) => `₩${amount.toLocaleString('ko')}`;

async function ask<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(path);
  expect(answer.status()).toBe(200);
  return answer.json();
}

const pageOf = async (browser: Browser, person: string) => {
  const page = await (await browser.newContext()).newPage();
  await signInAs(page, person);
  return page;
};

test('an admin closes a month and holds a payout; its creator reads why, and downloads what the page says', async ({
  browser,
  page,
}) => {
  await signInAs(page, '운영자');
  const months = await ask<{ items: SettlementMonth[] }>(page, '/api/v1/settlement/months');
  const closable = months.items.find((month) => month.state === 'closable');
  if (!closable) throw new Error('the demo has no month to close');
  const { month, totals } = closable;

  await test.step('closing says what it does, and wants the month typed', async () => {
    await page.goto('/settlement/months');
    await page.getByRole('button', { name: '월 마감' }).first().click();
    const dialog = page.getByRole('alertdialog');
    await expect(dialog).toContainText(won(totals.total));
    const confirm = dialog.getByRole('button', { name: '월 마감' });
    await expect(confirm).toBeDisabled();
    await dialog.getByRole('textbox').fill(month);
    await confirm.click();
    await expect(dialog).toBeHidden();
    const { items } = await ask<{ items: SettlementMonth[] }>(page, '/api/v1/settlement/months');
    expect(items.find((one) => one.month === month)).toMatchObject({ state: 'closed', totals });
  });

  await test.step('the payout of a creator is held, with a reason', async () => {
    await page.goto(`/settlement/payouts?month=${month}`);
    await page.getByRole('button', { name: new RegExp(`^${CREATOR} ${month}`) }).click();
    await page.getByRole('menuitem', { name: '보류', exact: true }).click();
    await page.getByRole('dialog').getByLabel('사유').fill(REASON);
    await page.getByRole('dialog').getByRole('button', { name: '보류' }).click();
    await expect(page.getByRole('row', { name: new RegExp(CREATOR) })).toContainText(REASON);
    const { items } = await ask<{ items: Payout[] }>(page, `/api/v1/settlement/payouts?month=${month}&state=held`);
    expect(items.map((payout) => [payout.creator.name, payout.reason])).toEqual([[CREATOR, REASON]]);
  });

  const creator = await pageOf(browser, CREATOR);
  const { items } = await ask<{ items: Statement[] }>(creator, `/api/v1/settlement/statements?month=${month}`);
  const [statement] = items;
  if (!statement) throw new Error('the creator has no statement');
  await creator.goto(`/settlement/statements/${statement.id}`);
  await expect(creator.getByText(REASON)).toBeVisible();
  await expect(creator.getByRole('row', { name: /^총액/ })).toContainText(won(statement.total));
  await expect(creator.getByRole('row', { name: /^실지급액/ })).toContainText(won(statement.net));

  await test.step('the three files have the totals of the page', async () => {
    const wanted = [statement.total, statement.net];
    expect(totalsOfCsv(await save(creator, 'CSV'))).toEqual(wanted);
    expect(totalsOfXlsx(await save(creator, 'XLSX'))).toEqual(wanted);
    expect(await totalsOfPdf(await save(creator, 'PDF'))).toEqual(wanted);
  });
});

/** Presses the link of a format, and reads the file that the browser saved. */
async function save(page: Page, format: string): Promise<Buffer> {
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: `${format} 파일로 저장` }).click();
  const file = await saved;
  expect(file.suggestedFilename()).toMatch(new RegExp(`^statement-.*\\.${format.toLowerCase()}$`));
  return readFile(await file.path());
}

const NAMES = ['총액', '실지급액'];

function totalsOfCsv(bytes: Buffer): number[] {
  const rows = bytes.toString('utf8').split('\n');
  return NAMES.map((name) => Number(rows.find((row) => row.startsWith(`${name},`))?.split(',')[1]));
}

function totalsOfXlsx(bytes: Buffer): number[] {
  const files = unzipSync(new Uint8Array(bytes));
  const xml = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const texts = [...xml('xl/sharedStrings.xml').matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map((match) => match[1]);
  const rows = xml('xl/worksheets/sheet1.xml').split('</row>');
  return NAMES.map((name) => {
    const row = rows.find((one) => one.includes(`<v>${texts.indexOf(name)}</v>`) && one.includes('t="s"'));
    return Number([...(row ?? '').matchAll(/<v>([^<]*)<\/v>/g)].at(-1)?.[1]);
  });
}

async function totalsOfPdf(bytes: Buffer): Promise<number[]> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  const plain = text.replace(/\s+/g, ' ');
  return NAMES.map((name) => Number(new RegExp(`${name} ([\\d,]+) 원`).exec(plain)?.[1]?.replaceAll(',', '')));
}
