// Asks a localtunnel server for a tunnel: one GET, answered with the name, the URL and the port to
// connect to. The library's own registration cannot be used: it tries again every second for ever,
// whatever the answer, with no time limit and no way to stop it, and tells nobody why.

import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { type HttpResult, httpGet, isLocalhost } from '../http-get.ts';
import { describeNetworkFailure, proxyNote } from '../network-words.ts';
import type { OpenTunnelResult } from '../tunnel.ts';

const MAX_REDIRECTS = 3;
/** What the server may ask for is bounded: it is somebody else's machine. */
const MAX_CONNECTIONS = 10;

export interface Registration {
  /** The name that was given. */
  name: string;
  publicUrl: string;
  /** Where to connect to. */
  address: string;
  port: number;
  connections: number;
}

export interface RegisterOptions {
  host: URL;
  subdomain: string | null;
  signal: AbortSignal;
  /** The time that the signal stands for, to be named when it has passed. */
  timeoutMs: number;
  env: NodeJS.ProcessEnv;
}

export type RegisterResult =
  | { outcome: 'registered'; registration: Registration }
  | Extract<OpenTunnelResult, { outcome: 'failed' }>;

/** Never rejects. */
export async function register(options: RegisterOptions): Promise<RegisterResult> {
  const { host, subdomain } = options;
  const result = await ask(host, subdomain, options.signal);
  if (subdomain === null && isWebPage(result)) {
    // Some servers show their own page at `/`, with or without `?new`, but give any name asked for.
    const name = `hook-${randomBytes(5).toString('hex')}`;
    return judge(options, await ask(host, name, options.signal));
  }
  return judge(options, result);
}

function judge(options: RegisterOptions, result: HttpResult): RegisterResult {
  const { host, subdomain, timeoutMs, env } = options;
  const where = hostLabel(host);
  if (result.outcome === 'failure') {
    const reason = describeNetworkFailure(where, result.code, timeoutMs);
    return failed(reason + (result.code === 'ABORTED' ? '' : proxyNote(env)));
  }
  if (result.status !== 200) return refused(where, subdomain, result);
  const registration = parseRegistration(parseJson(result.body), host);
  if (registration === null) {
    return failed(
      `${where} answered, but not as a localtunnel server does (the address is wrong, or the network wants you to sign in first)`,
    );
  }
  return { outcome: 'registered', registration };
}

/** The server's address as people know it, without a password it may hold. */
export function hostLabel(host: URL): string {
  const address = host.origin + host.pathname.replace(/\/+$/, '');
  return host.hostname === 'localtunnel.me' ? `${address} (loca.lt)` : address;
}

async function ask(host: URL, subdomain: string | null, signal: AbortSignal): Promise<HttpResult> {
  let url = new URL(host.href);
  url.pathname = `${host.pathname.replace(/\/+$/, '')}/${encodeURIComponent(subdomain ?? '')}`;
  url.search = subdomain === null ? '?new' : '';
  url.hash = '';
  const headers = { Accept: 'application/json', 'User-Agent': 'Hookglass' };
  for (let redirects = 0; ; redirects++) {
    const result = await httpGet(url, { headers, signal });
    if (result.outcome === 'failure' || redirects === MAX_REDIRECTS) return result;
    const next = redirectTarget(result, url);
    if (next === null) return result;
    url = next;
  }
}

function isWebPage(result: HttpResult): boolean {
  if (result.outcome === 'failure' || result.status !== 200) return false;
  return String(result.headers['content-type']).includes('html');
}

function redirectTarget(answer: Answer, from: URL): URL | null {
  const { location } = answer.headers;
  if (answer.status < 300 || answer.status > 399 || location === undefined) return null;
  const to = URL.canParse(location, from.href) ? new URL(location, from) : null;
  return to !== null && isHttp(to) ? to : null;
}

type Answer = Extract<HttpResult, { outcome: 'answer' }>;

function refused(where: string, subdomain: string | null, answer: Answer): RegisterResult {
  const { status } = answer;
  const said = serverMessage(answer.body);
  const quoted = said === null ? `it answered ${status}` : `it answered ${status}: "${said}"`;
  if (subdomain !== null && status === 409) {
    const reason = `The name "${subdomain}" is taken (${where} answered 409)`;
    return { outcome: 'failed', reason, final: false, nameTaken: true };
  }
  // Only a message of the server's own is final: a firewall's 403 may be gone in a minute.
  if (subdomain !== null && status === 403 && said !== null) {
    return failed(`${where} does not allow the name "${subdomain}" (${quoted})`, true);
  }
  if (status === 407) return failed(`A proxy on the way to ${where} wants a sign-in (407)`);
  if (status >= 500) {
    return failed(`${where} is overloaded or down, which usually passes (${quoted})`);
  }
  if (status >= 300 && status < 400) {
    return failed(
      `${where} sends on to another address instead of giving a tunnel (${quoted}; the address is wrong, or the network wants you to sign in first)`,
    );
  }
  return failed(`${where} gave no tunnel (${quoted})`);
}

function failed(reason: string, final = false): RegisterResult {
  return { outcome: 'failed', reason, final };
}

/** The server's own words, fit for one line; null when it gave none. */
function serverMessage(body: string): string | null {
  const json = parseJson(body);
  if (!isRecord(json) || typeof json.message !== 'string') return null;
  const text = json.message.replace(/[\p{C}\s]+/gu, ' ').trim();
  return text === '' ? null : text.slice(0, 200);
}

function parseRegistration(body: unknown, host: URL): Registration | null {
  if (!isRecord(body)) return null;
  const { id, url, port, ip, max_conn_count: count } = body;
  if (typeof id !== 'string' || !/^[\w-]{1,63}$/.test(id)) return null;
  if (typeof port !== 'number' || !Number.isInteger(port) || port < 1 || port > 65535) return null;
  if (typeof url !== 'string' || !URL.canParse(url)) return null;
  const publicUrl = withServerPort(new URL(url), host);
  if (!isHttp(publicUrl)) return null;
  return {
    name: id,
    publicUrl: publicUrl.origin + publicUrl.pathname.replace(/\/+$/, ''),
    address: addressOf(ip, host),
    port,
    connections:
      typeof count === 'number' && count >= 1 ? Math.min(MAX_CONNECTIONS, Math.floor(count)) : 1,
  };
}

function addressOf(ip: unknown, host: URL): string {
  if (typeof ip === 'string' && isIP(ip) !== 0) return ip;
  // Names under localhost resolve on some systems only.
  if (isLocalhost(host.hostname)) return '127.0.0.1';
  return host.hostname.replace(/^\[|\]$/g, '');
}

/**
 * Servers that are told their domain leave their port out of the URLs they give. The port that the
 * server was just asked on is the one it answers on, so a URL on the same server gets it back.
 */
function withServerPort(url: URL, host: URL): URL {
  const sameServer =
    url.hostname.endsWith(`.${host.hostname}`) ||
    (isLocalhost(url.hostname) && /^(127\.[\d.]+|\[::1\]|localhost)$/.test(host.hostname));
  const fixed = new URL(url.href);
  if (sameServer && url.port === '' && url.protocol === host.protocol) fixed.port = host.port;
  return fixed;
}

function isHttp({ protocol }: URL): boolean {
  return protocol === 'http:' || protocol === 'https:';
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
