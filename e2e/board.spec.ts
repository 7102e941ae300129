import { expect, type Page, test } from '@playwright/test';
import { signInAs } from './sign-in';

const title = (what: string) => `${what} ${Date.now()}`;
/** The server compiles, folds and sends in its own time. */
const WITHIN = { timeout: 60_000 };

async function publish(page: Page, { named, body }: { named: string; body: string }): Promise<void> {
  await page.getByLabel('제목').fill(named);
  await page.getByLabel('내용').fill(body);
  await page.getByRole('button', { name: '올리기' }).click();
  await page.waitForURL(/\/board\/\d+$/, WITHIN);
  await expect(page.getByRole('heading', { name: named })).toBeVisible(WITHIN);
}

test('an admin offers coupons, the first member to comment wins one, and its mail lies in the outbox', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const event = title('선착순 쿠폰');
  await signInAs(page, '운영자');
  await page.goto('/board/new');
  await page.getByLabel('종류').click();
  await page.getByRole('option', { name: '이벤트' }).click();
  await page.getByLabel('선착순 댓글에 쿠폰을 줍니다').click();
  await page.getByLabel('쿠폰 수').fill('2');
  await publish(page, { named: event, body: '먼저 댓글을 다는 **두 분**께 드립니다.' });
  await expect(page.getByText('댓글을 단 선착순 2명에게 10% 할인 쿠폰을 드립니다')).toBeVisible();
  const address = page.url();

  const member = await (await browser.newContext()).newPage();
  await signInAs(member, '김보라');
  await member.goto(address);
  await member.getByLabel('댓글 쓰기').fill('제가 먼저입니다!');
  await member.getByRole('button', { name: '등록' }).click();
  await expect(member.getByText('10% 할인 쿠폰을 받았습니다')).toBeVisible(WITHIN);
  await expect(member.getByText('1장 남았습니다.')).toBeVisible(WITHIN);
  await member.getByLabel('댓글 쓰기').fill('한 장 더 주세요.');
  await member.getByRole('button', { name: '등록' }).click();
  await expect(member.getByRole('listitem').filter({ hasText: '한 장 더 주세요.' })).toBeVisible(WITHIN);
  await expect(member.getByText('1장 남았습니다.'), 'one a member').toBeVisible();

  await page.goto('/outbox');
  await page.getByRole('row').filter({ hasText: '쿠폰' }).first().getByRole('button').first().click();
  await expect(page.frameLocator('iframe').getByText(event).first()).toBeVisible(WITHIN);
  await member.context().close();
});

test('a member writes, loses the page and finds the draft, publishes, and an admin hides it with a reason', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const named = title('오늘 본 영화');
  await signInAs(page, '오세진');
  await page.goto('/board/new');
  await page.getByLabel('제목').fill(named);
  await page.getByLabel('내용').fill('# 한 줄 평\n\n<script>document.title = "broken"</script> **좋았습니다.**');
  await page.reload();
  await expect(page.getByLabel('제목')).toHaveValue(named, WITHIN);
  await page.getByRole('radio', { name: '미리 보기' }).click();
  await expect(page.getByRole('heading', { name: '한 줄 평' })).toBeVisible();
  await expect(page.getByText('<script>document.title'), 'HTML stands there as it was typed').toBeVisible();
  await page.getByRole('button', { name: '올리기' }).click();
  await page.waitForURL(/\/board\/\d+$/, WITHIN);
  await expect(page.getByText('좋았습니다.')).toBeVisible(WITHIN);

  const admin = await (await browser.newContext()).newPage();
  await signInAs(admin, '운영자');
  await admin.goto('/board/moderation');
  const row = admin.getByRole('row').filter({ hasText: named });
  await row.getByRole('button', { name: '숨기기' }).click();
  await admin.getByLabel('사유').fill('시험 글');
  await admin.getByRole('alertdialog').getByRole('button', { name: '숨기기' }).click();
  await expect(row.getByRole('button', { name: '다시 표시' })).toBeVisible(WITHIN);

  await page.reload();
  await expect(page.getByText('숨긴 사유: 시험 글')).toBeVisible(WITHIN);
  await page.goto('/board');
  await expect(page.getByRole('table', { name: '글 목록' })).toBeVisible(WITHIN);
  await expect(page.getByText(named)).toHaveCount(0);
  await admin.context().close();
});
