import { watchersOf, watchNotices } from '@/lib/notices/watch-notices';
import { env } from '@/lib/platform/env';
import { stopping } from '@/lib/platform/stopping';

const ALIVE_EVERY_MILLISECONDS = 25_000;
/** A browser comes back by itself; so a session that ended is found out, and no connection stays for good. */
const LIFETIME_MILLISECONDS = 10 * 60_000;

/** Only pages in sight listen; more than so many of one member in one process are no reader. */
const MOST_OF_A_MEMBER = 16;

/**
 * Server-sent events for one member, until the browser leaves. Undefined on Vercel and past a member's share, where
 * pages ask now and then instead.
 */
export function noticeStream(memberId: string, signal: AbortSignal): Response | undefined {
  if (env().VERCEL !== undefined || watchersOf(memberId) >= MOST_OF_A_MEMBER) return undefined;
  let end = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const say = (text: string) => controller.enqueue(new TextEncoder().encode(text));
      const stopWatching = watchNotices(memberId, () => say('event: notice\ndata: {}\n\n'));
      const alive = setInterval(() => say(': alive\n\n'), ALIVE_EVERY_MILLISECONDS).unref();
      const close = () => {
        end();
        controller.close();
      };
      const lifetime = setTimeout(close, LIFETIME_MILLISECONDS).unref();
      stopping().signal.addEventListener('abort', close);
      end = () => {
        stopWatching();
        clearInterval(alive);
        clearTimeout(lifetime);
        stopping().signal.removeEventListener('abort', close);
      };
      signal.addEventListener('abort', () => end(), { once: true });
      say('retry: 5000\nevent: open\ndata: {}\n\n');
    },
    cancel: () => end(),
  });
  return new Response(body, {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  });
}
