// The body as the cause: what was signed is not what came.

import { deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { exampleSecret } from '../../../../support/signed-requests.ts';
import { causesOf, causesOfBody, findingsOf, hexHmac, sent } from './doctoring.ts';

describe('the end of the body', () => {
  it.each([
    ['{"a":1}', '{"a":1}\n', 'without its final newline'],
    ['{"a":1}', '{"a":1}\r\n', 'without its final newline'],
    ['{"a":1}\n', '{"a":1}', 'with a final newline'],
    ['a=1\r\n', 'a=1', 'with a final CRLF'],
    ['plain', '  plain \n\n', 'without the white space around it'],
  ])('is found: %j came as %j', (signed, arrived, words) => {
    for (const provider of ['stripe', 'shopify', 'slack', 'standard-webhooks']) {
      const { headers } = sent(provider, signed);
      const setting = { provider, secrets: [exampleSecret(provider)] };
      const findings = findingsOf({ headers, body: arrived }, setting);
      expect(findings).toMatchObject([{ cause: 'body-trailing-newline', side: 'between' }]);
      expect(findings[0]?.proof).toBe(`The signature matches the same body ${words}.`);
    }
  });

  it('is not blamed when more than the end is different', () => {
    expect(causesOfBody('github', '{"a":1}', '{"a":2}\n')).toEqual(['unknown']);
  });
});

describe('a byte order mark', () => {
  it('is found, gained and lost', () => {
    expect(causesOfBody('github', '{"a":1}', '\ufeff{"a":1}')).toEqual(['body-bom']);
    expect(causesOfBody('github', '\ufeff{"a":1}', '{"a":1}')).toEqual(['body-bom']);
  });

  it('is not blamed when it was signed too', () => {
    expect(causesOfBody('github', '\ufeff{"a":1}', '\ufeff{"a":2}')).toEqual(['unknown']);
  });
});

describe('line endings', () => {
  it('are found, both ways', () => {
    expect(causesOfBody('github', 'a\r\nb\r\nc', 'a\nb\nc')).toEqual(['body-line-endings']);
    expect(causesOfBody('github', 'a\nb\nc', 'a\r\nb\r\nc')).toEqual(['body-line-endings']);
  });

  it('are not blamed when a line is gone', () => {
    expect(causesOfBody('github', 'a\r\nb\r\nc', 'a\nc')).toEqual(['unknown']);
  });
});

describe('the encoding of characters', () => {
  const latin1 = (text: string) => Buffer.from(text, 'latin1');

  it('is found, both ways', () => {
    expect(causesOfBody('github', 'né', latin1('né'))).toEqual(['body-charset']);
    expect(causesOfBody('github', latin1('né'), 'né')).toEqual(['body-charset']);
    expect(causesOfBody('github', 'né', Buffer.from('né', 'utf8').toString('latin1'))).toEqual([
      'body-charset',
    ]);
    expect(causesOfBody('github', 'ne\u0301', 'n\u00e9')).toEqual(['body-charset']);
  });

  it('is not blamed for other letters', () => {
    expect(causesOfBody('github', 'né', 'nè')).toEqual(['unknown']);
  });
});

describe('compression', () => {
  it('is found, whether the body was unpacked or packed', () => {
    const text = JSON.stringify({ text: 'again and again '.repeat(20) });
    expect(causesOfBody('github', text, gzipSync(text))).toEqual(['body-compression']);
    expect(causesOfBody('github', text, deflateSync(text))).toEqual(['body-compression']);
    expect(causesOfBody('github', gzipSync(text), text)).toEqual(['body-compression']);
  });

  it('is not blamed when something else was packed', () => {
    expect(causesOfBody('github', 'a text', gzipSync('another'))).toEqual(['unknown']);
  });

  it('is survived where a few bytes unpack to more than there is room for', () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    expect(causesOfBody('github', '{}', bomb)).toEqual(['unknown']);
  });
});

describe('JSON that was written anew', () => {
  const data = {
    name: 'né',
    url: 'https://a.example/<b>&',
    n: [1, 2, { z: null, a: true }],
    e: {},
  };
  const compact = JSON.stringify(data);
  const escaped = (text: string) => text.replaceAll('é', '\\u00e9');
  const spaced =
    '{"name": "né", "url": "https://a.example/<b>&", "n": [1, 2, {"z": null, "a": true}], "e": {}}';

  it.each([
    ['compact', compact],
    ['two spaces', JSON.stringify(data, null, 2)],
    ['four spaces', JSON.stringify(data, null, 4)],
    ['tabs', JSON.stringify(data, null, '\t')],
    ['as Python writes it', escaped(spaced)],
    ['as Python writes it, not only ASCII', spaced],
    ['as PHP writes it', escaped(compact).replaceAll('/', '\\/')],
    ['with escaped slashes', compact.replaceAll('/', '\\/')],
    ['as \\u', escaped(compact)],
    [
      'as Go writes it',
      `${compact.replace('<', '\\u003c').replace('>', '\\u003e').replace('&', '\\u0026')}\n`,
    ],
    [
      'in the order of names',
      '{"e":{},"n":[1,2,{"a":true,"z":null}],"name":"né","url":"https://a.example/<b>&"}',
    ],
  ])('is found: %s', (_, signed) => {
    const forms = [JSON.stringify(data, null, 3), compact, JSON.stringify(data, null, 2)];
    for (const arrived of forms) {
      if (arrived === signed) continue;
      expect(causesOfBody('github', signed, arrived)).toEqual(['body-reserialised']);
    }
  });

  it('is found where numbers, repeated names or their order would not survive being read', () => {
    const signed = '{"b":1.0,"a":12345678901234567890,"b":1e3,"10":1,"9":2}';
    const arrived = '{ "b": 1.0, "a": 12345678901234567890, "b": 1e3, "10": 1, "9": 2 }';
    expect(causesOfBody('github', signed, arrived)).toEqual(['body-reserialised']);
  });

  it('is not blamed when a value is another one', () => {
    expect(causesOfBody('github', '{"a":1,"b":2}', '{ "a": 1, "b": 3 }')).toEqual(['unknown']);
  });

  it('is found where LicenseChain signs JSON.stringify(body) and sends other bytes', () => {
    const pretty = JSON.stringify(data, null, 2);
    const { headers } = sent('licensechain', compact);
    const setting = { provider: 'licensechain', secrets: [exampleSecret('licensechain')] };
    const [finding] = findingsOf({ headers, body: pretty }, setting);
    expect(finding).toMatchObject({ cause: 'body-reserialised' });
    expect(finding?.fix).toContain('JSON.stringify(body)');
  });

  it('is found in a large body, too, as JavaScript writes it', () => {
    const large = { items: Array.from({ length: 10_000 }, (_, id) => ({ id, name: 'an item' })) };
    const [signed, arrived] = [JSON.stringify(large), JSON.stringify(large, null, 3)];
    expect(causesOfBody('github', signed, arrived)).toEqual(['body-reserialised']);
    expect(causesOfBody('github', `${signed} `, arrived)).toEqual(['unknown']);
  });

  it('is survived where brackets are nested by the thousand', () => {
    const deep = '['.repeat(8_000) + ']'.repeat(8_000);
    expect(causesOfBody('github', '{}', deep)).toEqual(['unknown']);
  });
});

describe('numbers that were written in another way', () => {
  const easypost = (signed: string, arrived: string) =>
    findingsOf(
      {
        headers: [['X-Hmac-Signature', `hmac-sha256-hex=${hexHmac('sha256', 'key', signed)}`]],
        body: arrived,
      },
      { provider: 'easypost', secrets: ['key'] },
    );
  const data = '{"parcel":{"weight":614.0,"length":10},"mode":"test"}';

  it('are found: the whole weights that EasyPost signs as 614.0', () => {
    const findings = easypost(data, JSON.stringify(JSON.parse(data)));
    expect(findings).toMatchObject([
      {
        cause: 'body-reserialised',
        excerpt: { before: '{"parcel":{"weight":614', removed: '2e30' },
      },
    ]);
    expect(easypost(data, JSON.stringify(JSON.parse(data), null, 2))).toMatchObject([
      { cause: 'body-reserialised' },
    ]);
  });

  it('are found the other way round', () => {
    const [finding] = easypost('{"n":1}', '{"n":1.0}');
    expect(finding).toMatchObject({ cause: 'body-reserialised', excerpt: { added: '2e30' } });
  });

  it('are not blamed where a number is another one', () => {
    expect(easypost(data, data.replace('614.0', '615'))).toMatchObject([{ cause: 'unknown' }]);
  });
});

describe('a form', () => {
  const secret = 'shared';
  const form = (signed: string, arrived: string) =>
    causesOf(
      {
        headers: [
          ['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8'],
          ['X-Signature', hexHmac('sha256', secret, signed)],
        ],
        body: arrived,
      },
      { provider: 'hmac', secrets: [secret] },
    );

  it('in another order is found', () => {
    expect(form('a=1&b=2&c=3', 'c=3&a=1&b=2')).toEqual(['form-order']);
    expect(form('c=3&b=2&a=1', 'a=1&b=2&c=3')).toEqual(['form-order']);
    expect(form('b=2&a=1&c=3', 'a=1&b=2&c=3')).toEqual(['form-order']);
    expect(form('d=4&b=2&e=5&a=1&c=3', 'a=1&b=2&c=3&d=4&e=5')).toEqual(['form-order']);
  });

  it('in another writing is found', () => {
    expect(form('a=x+y&b=%2F', 'a=x%20y&b=%2f')).toEqual(['body-reserialised']);
    expect(form('a=x%20y', 'a=x+y')).toEqual(['body-reserialised']);
  });

  it('is not blamed when a field is missing', () => {
    expect(form('a=1&b=2&c=3', 'c=3&a=1')).toEqual(['unknown']);
  });
});

it('a body is blamed also where the time is what fails first', () => {
  const { headers } = sent('stripe', '{}');
  const setting = { provider: 'stripe', secrets: [exampleSecret('stripe')], receivedAt: 1.8e12 };
  expect(causesOf({ headers, body: '{}\n' }, setting)).toEqual([
    'body-trailing-newline',
    'timestamp-stale',
  ]);
});
