// The words for every way in which a destination can fail.

import { describe, expect, it } from 'vitest';
import {
  describeNetworkError,
  describeTimeout,
} from '../../../../src/main/engine/forward/failures.ts';

const local = new URL('https://localhost:3000/hooks');
const remote = new URL('https://api.example/hooks');

describe('describeNetworkError', () => {
  it('tells what to start when nothing listens on this machine', () => {
    expect(describeNetworkError({ code: 'ECONNREFUSED' }, local, 'connecting')).toEqual({
      code: 'refused',
      message: 'Nothing is listening on localhost:3000. Start your server, then replay.',
    });
  });

  it('takes a refusal at any address of a name for a refusal', () => {
    const error = {
      code: 'EADDRNOTAVAIL',
      errors: [{ code: 'EADDRNOTAVAIL' }, { code: 'ECONNREFUSED' }],
    };
    expect(describeNetworkError(error, local, 'connecting').code).toBe('refused');
  });

  it.each([
    ['ECONNREFUSED', 'connecting', 'refused', /api\.example refused/],
    ['ENOTFOUND', 'connecting', 'dns', /name api\.example could not be found/],
    ['EAI_AGAIN', 'connecting', 'dns', /online/],
    ['EHOSTUNREACH', 'connecting', 'unreachable', /cannot be reached/],
    ['ENETUNREACH', 'connecting', 'unreachable', /network/],
    ['EMFILE', 'connecting', 'unreachable', /EMFILE/],
    ['ETIMEDOUT', 'connecting', 'timeout', /No connection to api\.example/],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'securing', 'tls', /trusts/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'securing', 'tls', /nothing was sent/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'securing', 'tls', /trusts/],
    ['CERT_HAS_EXPIRED', 'securing', 'tls', /expired/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'securing', 'tls', /another name/],
    ['ECONNRESET', 'securing', 'tls', /secure connection/],
    ['ECONNRESET', 'waiting', 'reset', /before it answered/],
    ['EPIPE', 'waiting', 'reset', /before it answered/],
    ['ECONNRESET', 'receiving', 'reset', /in the middle of its answer/],
    ['HPE_INVALID_CONSTANT', 'waiting', 'malformed-response', /not valid HTTP/],
    ['HPE_HEADER_OVERFLOW', 'waiting', 'malformed-response', /64 KiB/],
  ] as const)('takes %s while %s for %s', (code, phase, wanted, words) => {
    const failure = describeNetworkError({ code, message: code }, remote, phase);
    expect(failure.code).toBe(wanted);
    expect(failure.message).toMatch(words);
  });

  it('sees that a server speaks no TLS', () => {
    const error = { code: 'EPROTO', message: 'ssl3_get_record:wrong version number' };
    expect(describeNetworkError(error, local, 'securing')).toMatchObject({
      code: 'tls',
      message: expect.stringMatching(/begin with http:\/\//),
    });
  });

  it('sees that a server speaks TLS', () => {
    const error = { code: 'HPE_INVALID_CONSTANT', rawPacket: Buffer.from([0x15, 3, 3, 0, 2]) };
    expect(describeNetworkError(error, local, 'waiting')).toMatchObject({
      code: 'malformed-response',
      message: expect.stringMatching(/begin with https:\/\//),
    });
  });

  it('has words for what it does not know', () => {
    expect(describeNetworkError({}, remote, 'connecting').message).toBe(
      'api.example cannot be reached from this machine. Check the address and the network, then replay.',
    );
  });
});

describe('describeTimeout', () => {
  it.each([
    ['connecting', /No connection to localhost:3000 could be made within 30 s/],
    ['securing', /No connection to localhost:3000 could be made within 30 s/],
    ['waiting', /did not answer within 30 s.*raise the endpoint’s timeout/],
    ['receiving', /began to answer, but the rest did not come within 30 s/],
  ] as const)('tells how far it came: %s', (phase, words) => {
    expect(describeTimeout(local, phase, 30_000)).toMatchObject({
      code: 'timeout',
      message: expect.stringMatching(words),
    });
  });
});
