// Where values are found in a request.

import { describe, expect, it } from 'vitest';
import {
  compileSource,
  headersOf,
  parseJsonPath,
  singleHeader,
} from '../../../../src/main/engine/verify/source.ts';
import { createView } from '../../../../src/main/engine/verify/view.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';

function read(source: string, body: string, headers: HeaderList = []): string | null {
  const bytes = Buffer.from(body);
  const request = {
    method: 'POST',
    target: '/',
    headers,
    body: { kind: 'memory' as const, bytes },
  };
  return compileSource(source)(createView(request, true));
}

describe('a source', () => {
  it('is a header, whatever its case', () => {
    expect(read('header:X-Event', '', [['x-eVENT', 'push']])).toBe('push');
    expect(read('header:X-Event', '', [['X-Other', 'push']])).toBeNull();
  });

  it('is a value inside the JSON body', () => {
    expect(read('json:$.a.b[1].c-d', '{"a":{"b":[0,{"c-d":"here"}]}}')).toBe('here');
    expect(read('json:$[0].id', '[{"id":17}]')).toBe('17');
  });

  it('is a string or a number, never anything else', () => {
    for (const value of ['{}', '[]', 'true', 'null', '""']) {
      expect(read('json:$.id', `{"id":${value}}`)).toBeNull();
    }
  });

  it('is a field of a form, when the body says that it is one', () => {
    const form: HeaderList = [['content-type', 'application/x-www-form-urlencoded; charset=utf-8']];
    expect(read('form:command', 'a=1&command=%2Fweather', form)).toBe('/weather');
    expect(read('form:command', 'a=1&command=%2Fweather')).toBeNull();
  });

  it('is the first of several that is there', () => {
    const source = 'header:X-Type|json:$.type|json:$.event';
    expect(read(source, '{"event":"b"}')).toBe('b');
    expect(read(source, '{"event":"b","type":"a"}')).toBe('a');
    expect(read(source, '{"type":"a"}', [['X-Type', 'h']])).toBe('h');
    expect(headersOf(source)).toEqual(['X-Type']);
  });

  it('looks at own properties only', () => {
    expect(read('json:$.constructor.name', '{"a":1}')).toBeNull();
    expect(read('json:$.__proto__.id', '{"__proto__":{"id":"own"}}')).toBe('own');
    expect(read('json:$.id', '{"__proto__":{"id":"inherited"}}')).toBeNull();
    expect(read('json:$.__proto__.length', '[1,2]')).toBeNull();
    expect(read('json:$.length', '[1,2]')).toBe('2');
    expect(read('json:$.a.length', '{"a":"text"}')).toBeNull();
  });

  it('is refused when it is written wrongly', () => {
    expect(() => compileSource('body:$.id')).toThrow(TypeError);
    expect(() => parseJsonPath('id')).toThrow(TypeError);
  });
});

it('takes a doubled header for one, and leaves other lists alone', () => {
  const value = (...values: string[]) =>
    singleHeader(
      values.map((text): [string, string] => ['Id', text]),
      'id',
    );
  expect(value('msg_1')).toBe('msg_1');
  expect(value('msg_1', 'msg_1')).toBe('msg_1');
  expect(value('msg_1, msg_1, msg_1')).toBe('msg_1');
  expect(value('msg_1, msg_2')).toBe('msg_1, msg_2');
  expect(value()).toBeNull();
});
