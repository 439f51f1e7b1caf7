// Fields of multipart forms, against what Node's own FormData writes.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boundaryOf, multipartReader } from '../../../../src/main/engine/verify/multipart.ts';
import { interpreted } from './judging.ts';

/** All in one piece, or in pieces of that many bytes. */
function formIn(bytes: Buffer, boundary: string, size = bytes.length || 1) {
  const reader = multipartReader(boundary, 1000);
  for (let at = 0; at < bytes.length; at += size) reader.push(bytes.subarray(at, at + size));
  return reader.end();
}

const multipartFields = (bytes: Buffer, boundary: string) => formIn(bytes, boundary).fields;

async function written(fields: [string, string | Blob][]) {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  const response = new Response(form);
  const type = response.headers.get('content-type') ?? '';
  return { type, bytes: Buffer.from(await response.arrayBuffer()) };
}

async function readBack(fields: [string, string | Blob][]) {
  const { type, bytes } = await written(fields);
  return multipartFields(bytes, boundaryOf(type) ?? '');
}

it('reads fields in their order, repeated and in any language, and leaves files out', async () => {
  const fields: [string, string][] = [
    ['json', '{"a":"é"}'],
    ['a', ''],
    ['a', 'two\r\nlines\r\n'],
    ['名', '値'],
  ];
  const file = new Blob(['file'], { type: 'text/plain' });
  expect(await readBack([...fields, ['upload', file]])).toEqual(fields);
});

it('drops a field that is cut off', async () => {
  const { type, bytes } = await written([
    ['a', '1'],
    ['b', 'long'.repeat(20)],
  ]);
  const cut = bytes.subarray(0, bytes.length - 60);
  expect(multipartFields(cut, boundaryOf(type) ?? '')).toEqual([['a', '1']]);
});

it('takes a form of very many fields apart only so far', () => {
  const part = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n';
  const { fields, isWhole } = formIn(Buffer.from(part.repeat(5000)), 'b');
  expect([fields.length, isWhole]).toEqual([1000, false]);
  expect(formIn(Buffer.from(part.repeat(900)), 'b').isWhole).toBe(true);
});

it('knows the boundary, quoted or not, and no other type', () => {
  expect(boundaryOf('multipart/form-data; boundary=abc')).toBe('abc');
  expect(boundaryOf('Multipart/Form-Data; charset=utf-8; boundary="a b"')).toBe('a b');
  for (const type of ['', 'multipart/mixed; boundary=a', 'multipart/form-data', 'text/plain']) {
    expect(boundaryOf(type)).toBeNull();
  }
});

it('never throws, whatever the bytes are', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), fc.string(), (bytes, boundary) => {
      multipartFields(Buffer.from(bytes), boundary || 'b');
      boundaryOf(`multipart/form-data; boundary=${boundary}`);
    }),
  );
});

it('lets Dropbox Sign’s test callback, which is one, be answered', async () => {
  const event = { event: { event_type: 'callback_test', event_time: '1', event_hash: 'a' } };
  const { type, bytes } = await written([['json', JSON.stringify(event)]]);
  const message = { headers: [['Content-Type', type] as [string, string]], body: bytes };
  const { handshake, eventType } = interpreted(message, { provider: 'dropbox-sign' });
  expect(handshake?.body).toBe('Hello API Event Received');
  expect(eventType).toBe('callback_test');
});

it('reads the same in pieces of any size', async () => {
  const fields: [string, string][] = [
    ['a', '\r\n--'],
    ['', ''],
    ['long', 'x\r\n'.repeat(3000)],
  ];
  const file = new Blob(['\r\n\r\n'.repeat(2000)], { type: 'text/plain' });
  const { type, bytes } = await written([...fields, ['upload', file], ['last', '1']]);
  for (const size of [1, 2, 3, 7, 64, 4096, 4100, 65_536]) {
    const form = formIn(bytes, boundaryOf(type) ?? '', size);
    expect(form).toEqual({ fields: [...fields, ['last', '1']], isWhole: true });
  }
});

it('passes over what is no part, as if it were not there', () => {
  const part = (head: string) => `--b\r\n${head}\r\n\r\n1\r\n`;
  const named = (name: string) => part(`Content-Disposition: form-data; name="${name}"`);
  const long = part(`X: ${'x'.repeat(9000)}\r\nContent-Disposition: form-data; name="long"`);
  const headless = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n--b\r\n';
  const text = `text${named('early')}\r\n${named('a')}${long}${part('X: y')}${headless}${named('b')}--b--\r\n`;
  for (const size of [1, 50, 100_000]) {
    const { fields } = formIn(Buffer.from(text), 'b', size);
    expect(fields.map(([name]) => name)).toEqual(['a', 'b']);
  }
});

it('goes over a body once, whatever it holds', () => {
  const hostile = ['\r\n--b', '\r\n--b\r\nX: y', '\r\n--b\r\n\r\n', '\r\n\r\n', '\r\n--'];
  for (const text of hostile)
    expect(formIn(Buffer.from(text.repeat(100_000)), 'b').fields).toEqual([]);
});
