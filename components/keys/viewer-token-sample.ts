/** What a platform's server runs to say who its visitor is: a JWT, HS256, `sub` and `exp`. Needs nothing but Node. */
export const VIEWER_TOKEN_SAMPLE = `import { createHmac } from 'node:crypto';

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

export function viewerToken(memberId, secret) {
  const expires = Math.floor(Date.now() / 1000) + 3600;
  const body = encode({ alg: 'HS256', typ: 'JWT' }) + '.' + encode({ sub: memberId, exp: expires });
  return body + '.' + createHmac('sha256', secret).update(body).digest('base64url');
}
`;
