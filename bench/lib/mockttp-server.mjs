// mockttp with one rule, for comparison: the interceptor that HTTP Toolkit is made of.

import { getLocal } from 'mockttp';

const server = getLocal();
await server.start(0);
await server.forPost('/').thenReply(200, 'ok');
process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${server.port}/` })}\n`);
process.on('SIGTERM', () => process.exit());
