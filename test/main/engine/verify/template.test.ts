// Templates of signed content, as the pieces that are fed to the hash.

import { describe, expect, it } from 'vitest';
import {
  compileTemplate,
  feedTemplate,
  missingPart,
  sourcesCovered,
  type Template,
} from '../../../../src/main/engine/verify/template.ts';
import { createView } from '../../../../src/main/engine/verify/view.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';

function compiled(text: string): Template {
  const template = compileTemplate(text);
  if ('problem' in template) throw new Error(template.problem);
  return template;
}

const values = (headers: HeaderList = [], body = 'BODY') => ({
  request: createView(
    {
      method: 'post',
      target: '/hook?a=1&b=%20',
      publicOrigin: 'https://x.example',
      headers,
      body: { kind: 'memory' as const, bytes: Buffer.from(body) },
    },
    true,
  ),
  timestamp: '17',
  id: 'msg',
  signature: (key: string) => (key === 'n' ? 'nonce' : null),
});

function fed(text: string, headers: HeaderList = [], body?: string): string[] {
  const pieces: string[] = [];
  feedTemplate(compiled(text), values(headers, body), 'sécret', {
    text: (bytes) => void pieces.push(bytes),
    body: () => void pieces.push('<body>'),
  });
  return pieces;
}

describe('a template', () => {
  it.each([
    ['{body}', ['<body>']],
    ['{timestamp}.{body}', ['17.', '<body>']],
    ['v0:{timestamp}:{body}', ['v0:17:', '<body>']],
    ['{id}.{timestamp}.{body}', ['msg.17.', '<body>']],
    ['{body}{timestamp}', ['<body>', '17']],
    ['{method} {body}|{body}', ['POST ', '<body>', '|', '<body>']],
    ['{timestamp}\\n{body}', ['17\n', '<body>']],
    ['', []],
  ])('%j is fed as %j', (text, pieces) => {
    expect(fed(text)).toEqual(pieces);
  });

  it('keeps the bytes of headers and of text beyond ASCII', () => {
    expect(fed('é{header:X-Name}', [['x-name', '\xff\xe9']])).toEqual(['Ã©\xff\xe9']);
  });

  it.each([
    [
      '{url}|{url.base}|{url.path}|{url.target}',
      ['https://x.example/hook?a=1&b=%20|https://x.example/hook|/hook|/hook?a=1&b=%20'],
    ],
    ['{secret}.{body}', ['s\xc3\xa9cret.', '<body>']],
    ['{query:b}{query:a}', [' 1']],
    ['{signature:n}', ['nonce']],
    // Of the bytes BODY, by sha256sum, md5sum and Python's zlib.crc32.
    ['{sha256hex:body}', ['30e7e41efab31a8beaa512ea48aa4d99070496095423d4d653137a7f511eb877']],
    ['{md5base64:body}', ['eGMps0u+U6tApUoZzVl/LQ==']],
    ['{crc32:body}', ['3980256774']],
  ])('reads %s of the request', (text, pieces) => {
    expect(fed(text)).toEqual(pieces);
  });

  it('reads JSON and forms, as the UTF-8 that their text is', () => {
    expect(fed('{json:$.a.b}', [], '{"a":{"b":"é"}}')).toEqual(['\xc3\xa9']);
    const form: HeaderList = [['Content-Type', 'application/x-www-form-urlencoded']];
    expect(fed('{form:b}', form, 'a=1&b=%C3%A9')).toEqual(['\xc3\xa9']);
    expect(fed('{form.sorted}', form, 'b=2&a=1&b=1&b=2')).toEqual(['a1b1b2']);
    expect(fed('{form-json:j:$.x}', form, 'j=%7B%22x%22%3A7%7D')).toEqual(['7']);
  });

  it('says what it covers', () => {
    expect(compiled('{id}{header:A}')).toMatchObject({
      coversBody: false,
      coversTimestamp: false,
      coversId: true,
    });
    expect(sourcesCovered(compiled('{header:A}{header:B-c}'))).toEqual([
      ['header:A', null],
      ['header:B-c', null],
    ]);
  });

  it('knows what a request lacks', () => {
    expect(missingPart(compiled('{timestamp}{body}{id}'), values())).toBeNull();
    expect(missingPart(compiled('{id}'), { ...values(), id: null })).toBe('message id');
    expect(missingPart(compiled('{header:X-A}'), values())).toBe('X-A header');
  });

  it('refuses a part that it does not know', () => {
    for (const text of ['{payload}', '{}', '{header:}', '{BODY}']) {
      expect(compileTemplate(text)).toMatchObject({ problem: expect.stringContaining(text) });
    }
  });
});
