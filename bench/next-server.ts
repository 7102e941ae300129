import { createServer } from 'node:http';
import next from 'next';

// The built app as Next alone serves it, without the fast lane of server.ts: what `lane` is compared with.
const port = Number(process.env.PORT);
const app = next({ dev: false, port, hostname: 'localhost' });
await app.prepare();
const handle = app.getRequestHandler();
createServer((request, response) => void handle(request, response)).listen(port, '127.0.0.1');
