/** The bytes of a picture, to be kept for ever: its key is made from them. A browser that has them is not sent them again. */
export async function pictureResponse(
  request: Request,
  key: string,
  read: () => Promise<Uint8Array>,
): Promise<Response> {
  const headers = {
    etag: `"${key}"`,
    'cache-control': 'public, max-age=31536000, immutable',
    // Pages of the platform show it too; none may take it for a page or a program.
    'cross-origin-resource-policy': 'cross-origin',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
  };
  if (has(request, headers.etag)) return new Response(null, { status: 304, headers });
  const bytes = await read();
  const length = String(bytes.byteLength);
  return new Response(Buffer.from(bytes), {
    headers: { ...headers, 'content-type': 'image/webp', 'content-length': length },
  });
}

function has(request: Request, etag: string): boolean {
  const known = request.headers.get('if-none-match')?.split(',') ?? [];
  return known.map((tag) => tag.trim().replace(/^W\//, '')).some((tag) => tag === etag || tag === '*');
}
