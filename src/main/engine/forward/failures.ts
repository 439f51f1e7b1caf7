// Says in words why a destination gave no answer, or not a whole one, and what to do about it.

import type { AttemptFailure, FailureCode } from '../../../shared/model.ts';
import { durationInWords } from '../words.ts';
import { isLoopbackHost } from './loopback.ts';

/** How far a try had come when it failed. */
export type Phase = 'connecting' | 'securing' | 'waiting' | 'receiving';

/** What Node, its TLS and its parser throw; every part may be missing. */
export interface NetworkError {
  code?: string;
  message?: string;
  /** Of an `AggregateError`: one for each address of a name. */
  errors?: NetworkError[];
  /** The bytes that the parser could not understand. */
  rawPacket?: Buffer;
}

const UNREACHABLE = new Set([
  'EACCES',
  'EADDRNOTAVAIL',
  'EHOSTDOWN',
  'EHOSTUNREACH',
  'EINVAL',
  'ENETDOWN',
  'ENETUNREACH',
  'EPERM',
]);
const DNS = /^(ENOTFOUND|ENODATA|EAI_)/;
const TLS =
  /^(ERR_TLS_|ERR_SSL_|CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH|EPROTO$)/;

export function describeNetworkError(error: NetworkError, url: URL, phase: Phase): AttemptFailure {
  const code = worstCode(error);
  const { host } = url;
  if (code === 'ECONNREFUSED') return refused(url);
  if (DNS.test(code)) {
    return failure(
      'dns',
      `The name ${url.hostname} could not be found. Check how the destination is spelled and that this machine is online, then replay.`,
    );
  }
  if (code === 'ETIMEDOUT') return describeTimeout(url, phase, null);
  if (TLS.test(code) || phase === 'securing') return tlsFailure(error, code, url);
  if (code.startsWith('HPE_')) return malformed(error, code, url);
  if (UNREACHABLE.has(code) || phase === 'connecting') {
    const reason = code === '' ? '' : ` (${code})`;
    return failure(
      'unreachable',
      `${host} cannot be reached from this machine${reason}. Check the address and the network, then replay.`,
    );
  }
  return failure(
    'reset',
    phase === 'receiving'
      ? `${host} closed the connection in the middle of its answer. Look into your server’s log, then replay.`
      : `${host} closed the connection before it answered. Look into your server’s log, then replay.`,
  );
}

/** `timeoutMs` is null when the system gave up by itself. */
export function describeTimeout(url: URL, phase: Phase, timeoutMs: number | null): AttemptFailure {
  const within = timeoutMs === null ? 'in time' : `within ${durationInWords(timeoutMs)}`;
  const { host } = url;
  if (phase === 'receiving') {
    return failure(
      'timeout',
      `${host} began to answer, but the rest did not come ${within}. Look into your server’s log, or raise the endpoint’s timeout, then replay.`,
    );
  }
  if (phase === 'waiting') {
    return failure(
      'timeout',
      `${host} took the request but did not answer ${within}. If it needs longer, raise the endpoint’s timeout, then replay.`,
    );
  }
  return failure(
    'timeout',
    `No connection to ${host} could be made ${within}. Check that your server is running and not stopped in a debugger, then replay.`,
  );
}

export const INTERRUPTED = failure(
  'interrupted',
  'This attempt was broken off when Hookglass was stopped. Replay it to try again.',
);

export const BODY_GONE = failure(
  'body-gone',
  'The body of this delivery could not be read from the data folder, so it was not sent. It may have been removed.',
);

/** For a request that cannot be put on the wire as it is. */
export function describeUnsendable(reason: string): AttemptFailure {
  return failure('interrupted', `This request could not be sent: ${reason}.`);
}

/** For an answer that is HTTP but not an answer to what was asked. */
export function describeProtocolError(url: URL, kind: 'interim' | 'upgrade'): AttemptFailure {
  const what =
    kind === 'interim'
      ? 'sent one interim answer after the other and never a final one'
      : 'wants to change to another protocol, which was not asked for';
  return failure(
    'malformed-response',
    `${url.host} ${what}. Look into your server’s log, then replay.`,
  );
}

function failure(code: FailureCode, message: string): AttemptFailure {
  return { code, message };
}

/** A name can have several addresses, each with an error of its own: the one that says most. */
function worstCode(error: NetworkError): string {
  const codes = [error, ...(error.errors ?? [])].map(({ code }) => code ?? '');
  return codes.find((code) => code === 'ECONNREFUSED') ?? codes.find((code) => code !== '') ?? '';
}

function refused({ host, hostname }: URL): AttemptFailure {
  return failure(
    'refused',
    isLoopbackHost(hostname)
      ? `Nothing is listening on ${host}. Start your server, then replay.`
      : `${host} refused the connection: nothing is listening there. Check the destination’s address and port, then replay.`,
  );
}

function tlsFailure({ message = '' }: NetworkError, code: string, { host }: URL): AttemptFailure {
  if (/wrong version number|packet length too long|http request/i.test(message)) {
    return failure(
      'tls',
      `${host} does not speak https. If it is a plain HTTP server, let the destination begin with http://, then replay.`,
    );
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return failure(
      'tls',
      `The certificate of ${host} is for another name, so nothing was sent. Use the name that is in the certificate, then replay.`,
    );
  }
  if (code === 'CERT_HAS_EXPIRED') {
    return failure(
      'tls',
      `The certificate of ${host} has expired, so nothing was sent. Renew it, then replay.`,
    );
  }
  if (/SELF_SIGNED|UNABLE_TO_/.test(code)) {
    return failure(
      'tls',
      `The certificate of ${host} is not signed by anyone this machine trusts, so nothing was sent. Use a trusted certificate, then replay.`,
    );
  }
  return failure(
    'tls',
    `No secure connection to ${host} could be made (${code === '' ? message : code}). Check the server’s certificate, then replay.`,
  );
}

function malformed({ rawPacket }: NetworkError, code: string, { host }: URL): AttemptFailure {
  // The first bytes of a TLS alert or handshake.
  if ((rawPacket?.[0] === 0x15 || rawPacket?.[0] === 0x16) && rawPacket[1] === 0x03) {
    return failure(
      'malformed-response',
      `${host} speaks https. Let the destination begin with https://, then replay.`,
    );
  }
  if (code === 'HPE_HEADER_OVERFLOW') {
    return failure(
      'malformed-response',
      `${host} answered with more than 64 KiB of headers. Look into your server’s log, then replay.`,
    );
  }
  return failure(
    'malformed-response',
    `What ${host} answered is not valid HTTP (${code}). Check that the destination is a web server, then replay.`,
  );
}
