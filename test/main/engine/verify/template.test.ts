// Templates of signed content, as the pieces that are fed to the hash.

import { describe, expect, it } from 'vitest';
import {
  compileTemplate,
  feedTemplate,
  headersCovered,
  missingPart,
  type Template,
} from '../../../../src/main/engine/verify/template.ts';
import type { HeaderList } from '../../../../src/shared/headers.ts';

function compiled(text: string): Template {
  const template = compileTemplate(text);
  if ('problem' in template) throw new Error(template.problem);
  return template;
}

const values = (headers: HeaderList = []) => ({
  request: {
    method: 'post',
    target: '/',
    headers,
    body: { kind: 'memory' as const, bytes: Buffer.from('BODY') },
  },
  timestamp: '17',
  id: 'msg',
});

function fed(text: string, headers: HeaderList = []): string[] {
  const pieces: string[] = [];
  feedTemplate(compiled(text), values(headers), {
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

  it('says what it covers', () => {
    expect(compiled('{id}{header:A}')).toMatchObject({
      coversBody: false,
      coversTimestamp: false,
      coversId: true,
    });
    expect(headersCovered(compiled('{header:A}{header:B-c}'))).toEqual(['A', 'B-c']);
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
