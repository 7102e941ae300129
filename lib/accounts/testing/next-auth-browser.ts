import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth from 'next-auth';
import { authOptions } from '../auth-options';

export type Visit = { status: number; location: string | null; body: unknown };

/** A browser with nothing but cookies, in front of next-auth with our options. */
export class NextAuthBrowser {
  readonly cookies = new Map<string, string>();

  get(action: string, query: Record<string, string> = {}): Promise<Visit> {
    return this.send('GET', action, query, {});
  }

  /** With the token against forged requests, which next-auth hands out first. */
  async post(action: string, body: Record<string, string>): Promise<Visit> {
    const { body: csrf } = await this.get('csrf');
    const csrfToken = typeof csrf === 'object' && csrf !== null && 'csrfToken' in csrf ? String(csrf.csrfToken) : '';
    return this.send('POST', action, {}, { csrfToken, ...body });
  }

  get session(): string | null {
    return this.cookies.get('next-auth.session-token') ?? null;
  }

  private async send(method: string, action: string, query: Record<string, string>, body: Record<string, string>) {
    const nextauth = action.split('/');
    const cookies = Object.fromEntries(this.cookies);
    const request = { method, headers: {}, cookies, body, query: { ...query, nextauth } };
    const answer = new Answer();
    const options = authOptions({ requestId: 'request-9', action: nextauth[0] ?? '' });
    await NextAuth(request as unknown as NextApiRequest, answer as unknown as NextApiResponse, options);
    for (const line of answer.setCookies) this.keep(line);
    return { status: answer.code, location: answer.headers.get('location') ?? null, body: answer.body };
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = line.match(/^([^=]+)=([^;]*)/) ?? [];
    if (value === '' || /Max-Age=0/i.test(line)) this.cookies.delete(name);
    else this.cookies.set(name, decodeURIComponent(value));
  }
}

/** As much of Node's response as next-auth writes to. */
class Answer {
  code = 200;
  body: unknown = null;
  setCookies: string[] = [];
  readonly headers = new Map<string, string>();

  status(code: number): this {
    this.code = code;
    return this;
  }

  getHeader(): string[] {
    return this.setCookies;
  }

  setHeader(name: string, value: string | string[]): this {
    if (Array.isArray(value)) this.setCookies = value;
    else this.headers.set(name.toLowerCase(), value);
    return this;
  }

  send(body: unknown): void {
    this.body = body;
  }

  json(body: unknown): void {
    this.body = body;
  }

  end(): void {}
}
