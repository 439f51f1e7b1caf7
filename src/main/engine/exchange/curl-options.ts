// The options of a curl command line: those that say something of the request, those that do not, and
// how each is written.

import { badFile } from './bad-file.ts';

export type CurlName =
  | ('url' | 'request' | 'request-target' | 'header' | 'head' | 'get' | 'user' | 'user-agent')
  | ('referer' | 'cookie' | 'compressed' | 'json')
  | ('data' | 'data-raw' | 'data-binary' | 'data-urlencode');

export interface CurlOption {
  name: CurlName;
  /** Empty for those that take none. */
  value: string;
}

const NO_VALUE = new Set<string>(['head', 'get', 'compressed']);
const KNOWN: Readonly<Record<string, CurlName>> = {
  ...{ url: 'url', request: 'request', 'request-target': 'request-target', header: 'header' },
  ...{ head: 'head', get: 'get', user: 'user', 'user-agent': 'user-agent', referer: 'referer' },
  ...{ cookie: 'cookie', compressed: 'compressed', json: 'json', data: 'data' },
  ...{ 'data-ascii': 'data', 'data-raw': 'data-raw', 'data-binary': 'data-binary' },
  'data-urlencode': 'data-urlencode',
};
const SHORT: Readonly<Record<string, CurlName>> = {
  ...{ X: 'request', H: 'header', I: 'head', G: 'get', u: 'user', A: 'user-agent' },
  ...{ e: 'referer', b: 'cookie', d: 'data' },
};
/** They say how to send, or what to do with the answer. */
const PASSED_OVER = new Set([
  ...['insecure', 'silent', 'show-error', 'include', 'verbose', 'location', 'fail', 'http1.1'],
  ...['http1.0', 'http2', 'http2-prior-knowledge', 'globoff', 'no-buffer', 'progress-bar'],
  ...['fail-with-body', 'path-as-is', 'ipv4', 'ipv6', 'no-progress-meter', 'http3', 'raw'],
  ...['tlsv1.2', 'tlsv1.3', 'tcp-nodelay', 'no-keepalive', 'location-trusted'],
]);
const PASSED_OVER_SHORT = 'ksSivLfgN#46012';
const PASSED_OVER_WITH_VALUE = new Set([
  ...['output', 'max-time', 'connect-timeout', 'proxy', 'write-out', 'cacert', 'cert', 'key'],
  ...['retry', 'retry-delay', 'resolve', 'interface', 'max-redirs', 'dump-header', 'cookie-jar'],
  ...['limit-rate', 'connect-to', 'ciphers', 'trace', 'trace-ascii', 'unix-socket', 'noproxy'],
]);
const PASSED_OVER_SHORT_WITH_VALUE = 'omxwEDc';

/** Throws `bad-input` for an option that is not known, or lacks its value. */
export function curlOptions(words: readonly string[]): CurlOption[] {
  const options: CurlOption[] = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word.startsWith('--')) takeLong(word.slice(2), rest, options);
    else if (word.startsWith('-') && word.length > 1) takeShort(word, rest, options);
    else options.push({ name: 'url', value: word });
  }
  return options;
}

function takeLong(name: string, rest: string[], options: CurlOption[]): void {
  const known = Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined;
  if (known !== undefined) {
    options.push({ name: known, value: NO_VALUE.has(known) ? '' : takenValue(`--${name}`, rest) });
  } else if (PASSED_OVER_WITH_VALUE.has(name)) takenValue(`--${name}`, rest);
  else if (!PASSED_OVER.has(name)) throw notKnown(`--${name}`);
}

/** `-sSX POST` and `-XPOST`: letters in one word, the last of which may have its value behind it. */
function takeShort(word: string, rest: string[], options: CurlOption[]): void {
  for (let at = 1; at < word.length; at++) {
    const letter = word[at] ?? '';
    const known = Object.hasOwn(SHORT, letter) ? SHORT[letter] : undefined;
    const takesValue =
      known === undefined ? PASSED_OVER_SHORT_WITH_VALUE.includes(letter) : !NO_VALUE.has(known);
    if (takesValue) {
      const behind = word.slice(at + 1);
      const value = behind === '' ? takenValue(`-${letter}`, rest) : behind;
      if (known !== undefined) options.push({ name: known, value });
      return;
    }
    if (known !== undefined) options.push({ name: known, value: '' });
    else if (!PASSED_OVER_SHORT.includes(letter)) throw notKnown(`-${letter}`);
  }
}

function takenValue(option: string, rest: string[]): string {
  const value = rest.shift();
  if (value === undefined) throw badFile(`The option ${option} of this curl command has no value.`);
  return value;
}

function notKnown(option: string): Error {
  return badFile(`The option ${option.slice(0, 50)} of this curl command is not understood.`);
}
