// Sends a request byte for byte, and waits for its answer.

import type { HeaderList } from '../../../../src/shared/headers.ts';
import { connectRaw } from '../../../support/raw-http.ts';

export interface Outgoing {
  method: string;
  target: string;
  headers: HeaderList;
  body: Buffer;
}

export async function sendRaw(
  receiverUrl: string,
  { method, target, headers, body }: Outgoing,
): Promise<number> {
  const client = await connectRaw(Number(new URL(receiverUrl).port));
  const lines = [
    `${method} ${target} HTTP/1.1`,
    'Host: shop.example',
    ...headers.map(([name, value]) => `${name}: ${value}`),
    `Content-Length: ${body.length}`,
  ];
  await client.send(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body]));
  const { status } = await client.response(method);
  client.destroy();
  return status;
}
