// Fields of multipart forms, against what Node's own FormData writes.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boundaryOf, multipartFields } from '../../../../src/main/engine/verify/multipart.ts';
import { interpreted } from './judging.ts';

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
  expect(multipartFields(Buffer.from(part.repeat(5000)), 'b')).toHaveLength(1000);
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
      multipartFields(Buffer.from(bytes), boundary);
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
