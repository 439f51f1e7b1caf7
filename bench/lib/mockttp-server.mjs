// mockttp with one rule, for comparison: the interceptor that HTTP Toolkit is made of. It keeps all it
// receives in memory, and slows down with it, until it is told to forget.

import { getLocal } from 'mockttp';

const server = getLocal();
await server.start(0);
await addRules();
process.stdout.write(`${JSON.stringify({ url: `http://127.0.0.1:${server.port}/` })}\n`);
process.on('SIGTERM', () => process.exit());

async function addRules() {
  await server.forPost('/').thenReply(200, 'ok');
  await server.forPost('/forget').thenCallback(async () => {
    server.reset();
    await addRules();
    return { statusCode: 200 };
  });
}
