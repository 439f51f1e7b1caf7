// Multipart bodies are taken apart for display without touching the parts' bytes.

import { describe, expect, it } from 'vitest';
import { decodeMultipart, type Multipart } from '../../../src/renderer/viewers/multipart-decode.ts';
import { runAtOnce } from '../../../src/renderer/viewers/sliced.ts';

const TYPE = 'multipart/form-data; boundary=----x';

function decode(body: string, contentType = TYPE): Multipart {
  const bytes = Uint8Array.from(body, (character) => character.charCodeAt(0));
  return runAtOnce(decodeMultipart(bytes, contentType));
}

const field = (head: string, body: string) => `------x\r\n${head}\r\n\r\n${body}\r\n`;

describe('decodeMultipart', () => {
  it('finds the fields and files in order', () => {
    const { parts, problem } = decode(
      `${field('Content-Disposition: form-data; name="to"', 'a@example.com')}${field(
        'content-disposition: form-data; name="file"; filename="a.bin"\r\nContent-Type: application/x',
        '\0\x01\r\n\r\nend',
      )}------x--\r\n`,
    );
    expect(problem).toBeNull();
    expect(parts).toMatchObject([
      { name: 'to', filename: null, value: 'a@example.com' },
      { name: 'file', filename: 'a.bin', contentType: 'application/x', value: null },
    ]);
    expect([...(parts[1]?.bytes ?? [])]).toEqual([0, 1, 13, 10, 13, 10, 101, 110, 100]);
  });

  it('says what is wrong and lists what it found', () => {
    expect(decode('x', 'multipart/form-data').problem).toMatch(/no boundary/);
    expect(decode('nothing here').problem).toMatch(/not in the body/);
    const cut = decode(`${field('Content-Disposition: form-data; name="a"', '1')}------x\r\nfoo`);
    expect(cut.problem).toMatch(/cut short/);
    expect(cut.parts).toHaveLength(1);
  });

  it('survives parts without headers, without an end, and without anything', () => {
    expect(decode('------x\n------x\n\n------x--').parts).toHaveLength(2);
    expect(decode('------x\r\n\r\n------x--').parts[0]).toMatchObject({ name: '', value: '' });
  });

  it('lists at most 10,000 parts', () => {
    const { parts, problem } = decode('------x\r\n\r\n\r\n'.repeat(11_000));
    expect(parts).toHaveLength(10_000);
    expect(problem).toMatch(/first 10,000/);
  });
});
