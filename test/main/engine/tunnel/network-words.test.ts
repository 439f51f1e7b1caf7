// Error codes as the sentences that people read.

import { describe, expect, it } from 'vitest';
import {
  describeNetworkFailure,
  inSeconds,
  proxyNote,
} from '../../../../src/main/engine/tunnel/network-words.ts';

describe('describeNetworkFailure', () => {
  it.each([
    ['ENOTFOUND', 'cannot be found (no internet connection, or the address is wrong)'],
    ['EAI_AGAIN', 'cannot be found (no internet connection, or the address is wrong)'],
    ['ECONNREFUSED', 'refuses connections (it is down, or the port is wrong)'],
    ['ENETUNREACH', 'cannot be reached (no network connection)'],
    ['TIMEOUT', 'did not answer within 10 s'],
    ['ETIMEDOUT', 'did not answer (it is down, or a firewall is in the way)'],
    ['ECONNRESET', 'closed the connection without an answer'],
    ['CERT_HAS_EXPIRED', "is not valid today (or this machine's clock is wrong)"],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'set NODE_EXTRA_CA_CERTS to the file of its authority'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'shows a certificate for another name'],
    ['EPROTO', 'does not speak TLS there (try http:// instead of https://, or check the port)'],
    ['ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR', 'cannot be reached securely'],
    ['HPE_INVALID_CONSTANT', 'does not speak HTTP there'],
    ['ESOMETHING', 'cannot be reached (ESOMETHING)'],
  ])('says of %s that it %s', (code, words) => {
    const text = describeNetworkFailure('https://t.test', code, 10_000);
    expect(text.startsWith('https://t.test ')).toBe(true);
    expect(text).toContain(words);
  });
});

describe('inSeconds', () => {
  it.each([
    [0, '0 s'],
    [40, '0.1 s'],
    [500, '0.5 s'],
    [1000, '1 s'],
    [7600, '8 s'],
    [60_000, '60 s'],
  ])('writes %i ms as %s', (ms, text) => {
    expect(inSeconds(ms)).toBe(text);
  });
});

describe('proxyNote', () => {
  it('names the variable but not the proxy, which may hold a password', () => {
    const note = proxyNote({ https_proxy: 'http://user:hunter2@proxy:3128' });
    expect(note).toContain('https_proxy is set');
    expect(note).not.toContain('hunter2');
  });

  it('says nothing without a proxy', () => {
    expect(proxyNote({ HTTPS_PROXY: '', PATH: '/bin' })).toBe('');
  });
});
