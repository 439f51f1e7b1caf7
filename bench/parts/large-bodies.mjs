// Memory while fifty bodies of 25 MiB arrive at once: every one is begun before any is finished.

import { once } from 'node:events';
import { connect } from 'node:net';
import { startHost } from '../lib/host.mjs';
import { residentMiB, watchMemory } from '../lib/memory.mjs';

const BODIES = 50;
const BODY_BYTES = 25 * 1024 * 1024;
const PIECE = Buffer.alloc(1024 * 1024, 'x');

export async function measureLargeBodies() {
  const host = await startHost();
  try {
    const beforeMiB = residentMiB(host.pid);
    const highest = watchMemory(host.pid);
    const started = performance.now();
    const { hostname, port } = new URL(host.receiverUrl);
    const uploads = await Promise.all(
      Array.from({ length: BODIES }, () => beginUpload(hostname, Number(port))),
    );
    const statuses = await Promise.all(uploads.map((finish) => finish()));
    const seconds = (performance.now() - started) / 1000;
    const refused = statuses.filter((status) => status !== '200');
    if (refused.length > 0) throw new Error(`${refused.length} were answered ${refused[0]}.`);
    return { bodies: BODIES, beforeMiB, highestMiB: highest(), seconds };
  } finally {
    await host.stop();
  }
}

/**
 * Sends all but the last MiB; answers what sends that and tells the status.
 * @param {string} host
 * @param {number} port
 */
async function beginUpload(host, port) {
  const socket = connect(port, host);
  await once(socket, 'connect');
  const answer = once(socket, 'data');
  socket.write(`POST /large HTTP/1.1\r\nHost: ${host}\r\nContent-Length: ${BODY_BYTES}\r\n\r\n`);
  for (let sent = 0; sent < BODY_BYTES - PIECE.length; sent += PIECE.length) {
    if (!socket.write(PIECE)) await once(socket, 'drain');
  }
  return async () => {
    socket.write(PIECE);
    const [head] = await answer;
    socket.destroy();
    return head.toString('latin1').slice(9, 12);
  };
}
