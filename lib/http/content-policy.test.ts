import { expect, test } from 'vitest';
import { contentPolicy } from './content-policy';

const facts = { nonce: 'n0nce', assets: undefined, signIn: 'https://accounts.google.com', secure: true, dev: false };
const directive = (policy: string, name: string) => policy.split('; ').find((one) => one.startsWith(`${name} `));

test('a script runs only with the nonce of its page', () => {
  expect(directive(contentPolicy(facts), 'script-src')).toBe("script-src 'self' 'nonce-n0nce' 'strict-dynamic'");
});

test('nobody frames a page, and forms lead to us and to where people sign in', () => {
  const policy = contentPolicy(facts);
  expect(directive(policy, 'frame-ancestors')).toBe("frame-ancestors 'none'");
  expect(directive(policy, 'form-action')).toBe("form-action 'self' https://accounts.google.com");
});

test('pictures may come from where they are kept, also without https', () => {
  const policy = contentPolicy({ ...facts, assets: 'http://127.0.0.1:9000/bucket', secure: false });
  expect(directive(policy, 'img-src')).toContain('http://127.0.0.1:9000');
  expect(policy).not.toContain('upgrade-insecure-requests');
});

test('only a developer may evaluate text as code', () => {
  expect(contentPolicy(facts)).not.toContain('unsafe-eval');
  expect(contentPolicy({ ...facts, dev: true })).toContain('unsafe-eval');
});
