// What the interface is told of each provider.

import { expect, it } from 'vitest';
import { findProvider, providerInfos } from '../../../../src/main/engine/verify/index.ts';

const infos = providerInfos();
const info = (id: string) => infos.find((candidate) => candidate.id === id);

it('tells the interface what it needs of each provider', () => {
  expect(info('pocketbook')).toMatchObject({
    name: 'Pocketbook',
    scheme: 'HMAC-SHA256 of {timestamp}.{body}',
    signatureHeader: 'X-Webhook-Signature',
    toleranceSeconds: 300,
    deadlineSeconds: 30,
    handshake: false,
    options: [],
  });
  expect(info('blockmark')).toMatchObject({
    scheme: 'HMAC-SHA256 of an empty message',
    handshake: true,
    toleranceSeconds: null,
  });
  expect(info('bloock')?.signatureHeader).toBe('Bloock-Signature');
  expect(info('hmac')).toMatchObject({ signatureHeader: 'X-Signature', toleranceSeconds: null });
});

it('knows whose handshakes want to be called back', () => {
  const callers = infos.filter(({ callsBack }) => callsBack).map(({ id }) => id);
  expect(callers.sort()).toEqual(['aws-sns', 'azure-event-grid']);
});

it('knows who signs the URL that is called', () => {
  expect(info('twilio')?.signsUrl).toBe(true);
  expect(info('square')?.signsUrl).toBe(true);
  expect(info('stripe')?.signsUrl).toBe(false);
});

it('gives every option a help text, and a default that is one of its choices', () => {
  const keys = info('hmac')?.options.map(({ key }) => key);
  expect(keys).toEqual([
    ...['header', 'hash', 'encoding', 'prefix', 'signedContent', 'timestampHeader'],
    'keyEncoding',
  ]);
  for (const { options } of infos) {
    for (const option of options) {
      expect(option.help).toMatch(/\.$/);
      if (option.choices !== undefined) expect(option.choices).toContain(option.default);
    }
  }
});

it('survives the way to the interface, and cannot change the providers', () => {
  expect(JSON.parse(JSON.stringify(infos))).toEqual(infos);
  const [first] = info('bloock')?.options ?? [];
  first!.default = 'changed';
  expect(findProvider('bloock')?.options[0]?.default).toBe('Bloock-Signature');
});

it('has a sample, a scheme and no exclamation mark for everyone, and a link to what was read', () => {
  for (const { docs, confidence, sampleEvents, scheme } of infos) {
    if (confidence === 'documented') expect(docs).not.toBeNull();
    if (docs !== null) expect(docs).toMatch(/^https:\/\/[^\s]+$/);
    expect(sampleEvents.length).toBeGreaterThan(0);
    expect(scheme).not.toBe('');
  }
  expect(JSON.stringify(infos)).not.toContain('!');
});
