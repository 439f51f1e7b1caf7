// One delivery a line, as JSON: what `deliveries.get` answers, with its bodies.

import { encodingOf, jsonPieces } from './body-text.ts';
import type { Exported } from './exported.ts';

const NAMES = { text: 'body', base64: 'bodyBase64' } as const;

/** The lines, in pieces of text. */
export async function* ndjsonPieces(source: AsyncIterable<Exported>): AsyncGenerator<string> {
  for await (const { delivery, body, answers } of source) {
    const attempts = [];
    for (const [index, attempt] of delivery.attempts.entries()) {
      attempts.push({ ...attempt, ...(await answerText(answers[index])) });
    }
    const line = JSON.stringify({ ...delivery, attempts });
    if (body === null) {
      yield `${line}\n`;
      continue;
    }
    const encoding = await encodingOf(body);
    yield `${line.slice(0, -1)},"${NAMES[encoding]}":"`;
    yield* jsonPieces(body, encoding);
    yield '"}\n';
  }
}

async function answerText(bytes: Buffer = Buffer.alloc(0)): Promise<Record<string, string>> {
  const encoding = await encodingOf({ kind: 'memory', bytes });
  return encoding === 'text'
    ? { body: bytes.toString() }
    : { bodyBase64: bytes.toString('base64') };
}
