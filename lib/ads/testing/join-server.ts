import { createServer } from 'node:http';
import { startJobWorker } from '@/lib/http/job-worker';
import { hotHandler } from '@/scripts/hot-routes';

// A server process of the race: the doors that server.ts mounts in front of Next, on a port of its own, and its worker.
const server = createServer((request, response) => {
  const handler = hotHandler(request);
  if (handler) void handler(request, response);
  else response.writeHead(404).end();
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : 0);
});
startJobWorker();
