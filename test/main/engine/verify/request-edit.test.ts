import { describe, expect, it } from 'vitest';
import { withValue } from '../../../../src/main/engine/verify/request-edit.ts';
import { compileSource } from '../../../../src/main/engine/verify/source.ts';
import { createView, type SignedRequest } from '../../../../src/main/engine/verify/view.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';

const FORM: HeaderList = [['Content-Type', 'application/x-www-form-urlencoded']];

function requestOf(body: string, headers: HeaderList = [], target = '/hook'): SignedRequest {
  return { method: 'POST', target, headers, body: { kind: 'memory', bytes: Buffer.from(body) } };
}

const textOf = (request: SignedRequest | null) =>
  request?.body.kind === 'memory' ? request.body.bytes.toString() : null;

describe('writing a value where a source reads it', () => {
  it.each([
    ['header:X-A', requestOf('')],
    ['query:a', requestOf('', [], '/hook?b=1&b=2')],
    ['query:a b', requestOf('', [], '/hook')],
    ['query:a', requestOf('', [], '/hook?a=old&b=2')],
    ['form:a', requestOf('b=2', FORM)],
    ['form:a', requestOf('', FORM)],
    ['form-json:j:$.a.b', requestOf('j=%7B%22c%22%3A1%7D', FORM)],
    ['form-json:j:$.a', requestOf('b=2', FORM)],
    ['json:$.a[0].b', requestOf('{"c": 1}')],
    ['json:$.a|header:X-A', requestOf('{"a": "old"}')],
  ])('%s', (source, request) => {
    const changed = withValue(request, source, 'é & "new"');
    expect(changed && compileSource(source)(createView(changed, true))).toBe('é & "new"');
  });

  it('leaves everything else as it is written', () => {
    const json = withValue(requestOf('{ "b":1.0,\n\t"a" : "old" }\n'), 'json:$.a', 'new');
    expect(textOf(json)).toBe('{ "b":1.0,\n\t"a" : "new" }\n');
    const query = withValue(requestOf('', [], '/h?b=%7e&a=1&c'), 'query:a', '2');
    expect(query?.target).toBe('/h?b=%7e&a=2&c');
    const headers: HeaderList = [
      ['x-a', '1'],
      ['B', '2'],
    ];
    expect(withValue(requestOf('', headers), 'header:X-A', '3')?.headers).toEqual([
      ['x-a', '3'],
      ['B', '2'],
    ]);
  });

  it('keeps a number a number', () => {
    expect(textOf(withValue(requestOf('{"t":1}'), 'json:$.t', '17'))).toBe('{"t":17}');
    expect(textOf(withValue(requestOf('{"t":"1"}'), 'json:$.t', 17))).toBe('{"t":"17"}');
    expect(textOf(withValue(requestOf('{}'), 'json:$.t', 17))).toMatch(/"t": ?17\b/);
  });

  it('has no place in a body of another kind', () => {
    for (const body of ['', 'a=1', '"text"', '[1', '['.repeat(20_000)]) {
      expect(withValue(requestOf(body), 'json:$.a', 'x')).toBeNull();
    }
    expect(withValue(requestOf('{}'), 'form:a', 'x')).toBeNull();
    const multipart: HeaderList = [['Content-Type', 'multipart/form-data; boundary=b']];
    const part = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b--';
    expect(withValue(requestOf(part, multipart), 'form:a', 'x')).toBeNull();
    expect(withValue(requestOf('j=1', FORM), 'form-json:j:$.a', 'x')).toBeNull();
  });
});
