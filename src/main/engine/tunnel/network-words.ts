// Why a server could not be reached, in words.

/**
 * A clause such as "https://localtunnel.me cannot be found (…)", from Node's error code or the code
 * of an ended {@link import('./deadline.ts').Deadline}; `timeoutMs` is the time it had.
 */
export function describeNetworkFailure(where: string, code: string, timeoutMs: number): string {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EAI_NODATA':
      return `${where} cannot be found (no internet connection, or the address is wrong)`;
    case 'ECONNREFUSED':
      return `${where} refuses connections (it is down, or the port is wrong)`;
    case 'ENETUNREACH':
    case 'EHOSTUNREACH':
    case 'ENETDOWN':
    case 'EADDRNOTAVAIL':
      return `${where} cannot be reached (no network connection)`;
    case 'TIMEOUT':
      return `${where} did not answer within ${inSeconds(timeoutMs)}`;
    case 'ETIMEDOUT':
      return `${where} did not answer (it is down, or a firewall is in the way)`;
    case 'ABORTED':
      return `${where} was no longer waited for`;
    case 'ECONNRESET':
    case 'EPIPE':
      return `${where} closed the connection without an answer`;
    default:
      return describeTlsFailure(where, code) ?? describeOther(where, code);
  }
}

/** "8 s", or "0.5 s" where whole seconds would say too little. */
export function inSeconds(ms: number): string {
  return `${ms >= 1000 || ms === 0 ? Math.round(ms / 1000) : Math.ceil(ms / 100) / 10} s`;
}

/**
 * A note on the proxy that this machine is set up with, to follow a failure to connect; '' without
 * one. Tunnel connections are plain TCP, which an HTTP proxy does not carry.
 */
export function proxyNote(env: NodeJS.ProcessEnv): string {
  const names = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY'];
  const name = names.find((candidate) => env[candidate]);
  if (name === undefined) return '';
  return `; ${name} is set, but a tunnel cannot go through a proxy: it needs a direct connection`;
}

function describeTlsFailure(where: string, code: string): string | null {
  switch (code) {
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
      return `${where} shows a certificate that this machine does not trust (it is self-signed, or a proxy reads the traffic); set NODE_EXTRA_CA_CERTS to the file of its authority`;
    case 'CERT_HAS_EXPIRED':
    case 'CERT_NOT_YET_VALID':
      return `${where} shows a certificate that is not valid today (or this machine's clock is wrong)`;
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `${where} shows a certificate for another name`;
    case 'EPROTO':
      return `${where} does not speak TLS there (try http:// instead of https://, or check the port)`;
    default:
      return code.startsWith('ERR_SSL_') || code.startsWith('ERR_TLS_')
        ? `${where} cannot be reached securely (${code})`
        : null;
  }
}

function describeOther(where: string, code: string): string {
  if (code.startsWith('HPE_')) {
    return `${where} does not speak HTTP there (try https:// instead of http://, or check the port)`;
  }
  return `${where} cannot be reached (${code})`;
}
