// Encrypted bodies: what is inside is read where a secret opens it, and nothing else changes.

import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decryptedText } from '../../../../src/main/engine/verify/interpret.ts';
import { interpreted } from './judging.ts';
import { VECTORS } from './vectors.ts';

const JSON_TYPE: [string, string][] = [['Content-Type', 'application/json']];
const LARK_KEY = 'kudryavka';
const AES_KEY = 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C';

/** As Lark's document describes it. */
function larkBody(text: string, key = LARK_KEY): string {
  const vector = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), vector);
  const encrypt = Buffer.concat([vector, cipher.update(text), cipher.final()]).toString('base64');
  return JSON.stringify({ encrypt });
}

/** As WeCom's document describes it. */
function wecomMessage(text: string, aesKey = AES_KEY): string {
  const key = Buffer.from(aesKey, 'base64');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(text));
  const plain = Buffer.concat([randomBytes(16), length, Buffer.from(`${text}wx5823bf96d3bd56c7`)]);
  const missing = 32 - (plain.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([plain, Buffer.alloc(missing, missing)]);
  return Buffer.concat([cipher.update(padded), cipher.final()]).toString('base64');
}

const wecomBody = (text: string) =>
  `<xml><ToUserName><![CDATA[toUser]]></ToUserName><Encrypt><![CDATA[${wecomMessage(text)}]]></Encrypt></xml>`;

const EVENT =
  '{"schema":"2.0","header":{"event_id":"f7984f25","event_type":"im.message.receive_v1"},"event":{}}';

describe('an encrypted event of Lark', () => {
  const read = (body: string, ...secrets: string[]) =>
    interpreted({ headers: JSON_TYPE, body }, { provider: 'lark', secrets });

  it('has the type and the id that are inside', () => {
    const inside = { eventType: 'im.message.receive_v1', messageId: 'f7984f25' };
    expect(read(larkBody(EVENT), LARK_KEY)).toMatchObject(inside);
    expect(read(larkBody(EVENT), 'another', LARK_KEY)).toMatchObject(inside);
    expect(read(EVENT)).toMatchObject(inside);
    const old = '{"uuid":"u1","token":"t","type":"event_callback","event":{"type":"app_open"}}';
    expect(read(larkBody(old), LARK_KEY)).toMatchObject({ eventType: 'app_open', messageId: 'u1' });
  });

  it('has none without the key that opens it', () => {
    for (const secrets of [[], ['another']]) {
      const { eventType, messageId } = read(larkBody(EVENT), ...secrets);
      expect([eventType, messageId]).toEqual([null, null]);
    }
  });

  it('is not opened by a key that makes rubbish of it, though it may seem to be padded', () => {
    const rubbish = larkBody('no text of an event');
    expect(decryptedText(requestOf(rubbish), lark([LARK_KEY]))).toBeNull();
    // One wrong key in 256 leaves what looks like padding, in front of the right one.
    const body = larkBody('{"type":"url_verification","challenge":"c"}');
    for (let i = 0; i < 2000; i++) {
      expect(read(body, `wrong ${i}`, LARK_KEY).handshake?.body).toBe('{"challenge":"c"}');
    }
  });
});

describe('an encrypted message of WeCom', () => {
  const read = (body: string, ...secrets: string[]) =>
    interpreted({ headers: [['Content-Type', 'text/xml']], body }, { provider: 'wecom', secrets });

  it('has the type and the id that are inside, as in the documented example', () => {
    const example = VECTORS.find(({ provider }) => provider === 'wecom');
    const facts = read(String(example?.body), 'QDG6eK', AES_KEY);
    expect(facts).toMatchObject({ eventType: 'text', messageId: '4561255354251345929' });
  });

  it.each([
    [
      '<xml><FromUserName><![CDATA[sys]]></FromUserName><CreateTime>1403610513</CreateTime><MsgType><![CDATA[event]]></MsgType><Event><![CDATA[change_contact]]></Event><ChangeType>create_user</ChangeType></xml>',
      'change_contact.create_user',
      'sys.1403610513',
    ],
    ['<xml><InfoType><![CDATA[suite_ticket]]></InfoType></xml>', 'suite_ticket', null],
    ['{"msgid":"m1","msgtype":"event","event":{"eventtype":"enter_chat"}}', 'enter_chat', 'm1'],
  ])('is read: %s', (text, eventType, messageId) => {
    expect(read(wecomBody(text), 'token', AES_KEY)).toMatchObject({ eventType, messageId });
    const json = JSON.stringify({ encrypt: wecomMessage(text) });
    expect(read(json, 'token', AES_KEY)).toMatchObject({ eventType, messageId });
    expect(read(wecomBody(text), 'token').eventType).toBeNull();
  });
});

const lark = (secrets: string[]) => ({
  provider: 'lark',
  secrets: secrets.map((value) => ({ label: 'current', value })),
});

const requestOf = (body: string | Buffer) => ({
  ...{ method: 'POST', target: '/hook', headers: JSON_TYPE },
  body: { kind: 'memory' as const, bytes: Buffer.from(body) },
});

describe('the text inside', () => {
  it('is shown to who has the key, and the verdict is about what came', () => {
    const request = requestOf(larkBody(`${EVENT.slice(0, -1)},"name":"Zoë ☕"}`));
    expect(decryptedText(request, lark([LARK_KEY]))).toMatch(/"name":"Zoë ☕"\}$/);
    expect(decryptedText(request, lark([]))).toBeNull();
    expect(decryptedText(request, { ...lark([LARK_KEY]), provider: 'github' })).toBeNull();
    expect(decryptedText(requestOf(EVENT), lark([LARK_KEY]))).toBeNull();
  });

  it('is none of anything else, whatever it holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, isXml) => {
        const text = Buffer.from(bytes).toString('base64');
        const body = isXml
          ? `<xml><Encrypt>${text}</Encrypt></xml>`
          : JSON.stringify({ encrypt: text });
        const secrets = [{ label: 'a', value: AES_KEY }];
        const inside = decryptedText(requestOf(body), { provider: 'wecom', secrets });
        return inside === null || /^\s*[{<]/.test(inside);
      }),
    );
  });

  it('is found in XML without going over it again and again', () => {
    const body = `<xml>${'<Encrypt><![CDATA['.repeat(200_000)}`;
    expect(decryptedText(requestOf(body), { ...lark([AES_KEY]), provider: 'wecom' })).toBeNull();
  });
});
