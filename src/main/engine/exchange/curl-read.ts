// A curl command line as the request that it sends. Nothing is run, and no file is read.

import type { HeaderList } from '../../../shared/headers.ts';
import { badFile } from './bad-file.ts';
import { type CurlOption, curlOptions } from './curl-options.ts';
import type { Incoming } from './incoming.ts';
import { shellCommands } from './shell-words.ts';

/** What the options say, in the order they came. */
interface Asked {
  urls: string[];
  method: string | null;
  target: string | null;
  headers: string[];
  data: Buffer[];
  isJson: boolean;
  asQuery: boolean;
  extra: HeaderList;
}

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

/** Throws `bad-input` for what is no curl command, or does something that is not understood. */
export function readCurl(text: string): Incoming {
  const commands = shellCommands(text.trim());
  const last = commands.at(-1) ?? [];
  if (!/(?:^|[\\/])curl(?:\.exe)?$/.test(last[0] ?? '')) {
    throw badFile('This is no curl command: it does not begin with “curl”.');
  }
  const input = commands.length === 1 ? null : pipedInput(commands.slice(0, -1));
  return requestOf(ask(curlOptions(last.slice(1)), input));
}

/** `printf %s … | base64 -d`, or without the latter. */
function pipedInput([print = [], decode, more]: string[][]): Buffer {
  const [name, format, value, extra] = print;
  const isPrint = name === 'printf' && format === '%s' && value !== undefined;
  const isDecode = decode === undefined || /^base64 (?:-d|-D|--decode)$/.test(decode.join(' '));
  if (!isPrint || !isDecode || extra !== undefined || more !== undefined) {
    throw badFile('What this command pipes into curl is not understood.');
  }
  return Buffer.from(value, decode === undefined ? 'latin1' : 'base64');
}

function ask(options: CurlOption[], input: Buffer | null): Asked {
  const asked: Asked = {
    ...{ urls: [], method: null, target: null, headers: [], data: [] },
    ...{ isJson: false, asQuery: false, extra: [] },
  };
  for (const option of options) take(asked, option, input);
  return asked;
}

function take(asked: Asked, { name, value }: CurlOption, input: Buffer | null): void {
  switch (name) {
    case 'url':
      asked.urls.push(value);
      return;
    case 'request':
      asked.method = value;
      return;
    case 'request-target':
      asked.target = value;
      return;
    case 'header':
      if (value.startsWith('@')) throw readsFile(value);
      asked.headers.push(value);
      return;
    case 'head':
      asked.method ??= 'HEAD';
      return;
    case 'get':
      asked.asQuery = true;
      return;
    case 'user':
      asked.extra.push([
        'Authorization',
        `Basic ${Buffer.from(value, 'latin1').toString('base64')}`,
      ]);
      return;
    case 'user-agent':
      asked.extra.push(['User-Agent', value]);
      return;
    case 'referer':
      asked.extra.push(['Referer', value]);
      return;
    case 'cookie':
      if (!value.includes('=')) throw readsFile(value);
      asked.extra.push(['Cookie', value]);
      return;
    case 'compressed':
      asked.extra.push(['Accept-Encoding', 'deflate, gzip, br, zstd']);
      return;
    case 'json':
      asked.isJson = true;
      asked.data.push(dataOf(value, name, input));
      return;
    default:
      asked.data.push(dataOf(value, name, input));
  }
}

function dataOf(value: string, name: string, input: Buffer | null): Buffer {
  if (name === 'data-urlencode') return Buffer.from(urlEncoded(value), 'latin1');
  if (name === 'data-raw' || !value.startsWith('@')) return Buffer.from(value, 'latin1');
  if (value !== '@-' || input === null) throw readsFile(value);
  // Without --data-binary, curl takes line breaks out of what it reads.
  const isExact = name === 'data-binary' || name === 'json';
  return isExact ? input : Buffer.from(input.toString('latin1').replace(/[\r\n\0]/g, ''), 'latin1');
}

function urlEncoded(value: string): string {
  const equals = value.indexOf('=');
  const at = value.indexOf('@');
  if (at !== -1 && (equals === -1 || at < equals)) throw readsFile(value.slice(at));
  const encoded = (text: string) =>
    encodeURIComponent(Buffer.from(text, 'latin1').toString())
      .replaceAll('%20', '+')
      .replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  if (equals === -1) return encoded(value);
  const name = value.slice(0, equals);
  return `${name}${name === '' ? '' : '='}${encoded(value.slice(equals + 1))}`;
}

function readsFile(value: string): Error {
  return badFile(
    `This command reads a file (${value.slice(0, 100)}), which is not here. Save it as a raw request instead, or put the body into the command.`,
  );
}

function requestOf(asked: Asked): Incoming {
  const [url, another] = asked.urls;
  if (url === undefined) throw badFile('This curl command names no URL.');
  if (another !== undefined) throw badFile('This curl command sends more than one request.');
  const body = joined(asked.data, asked.isJson ? '' : '&');
  const hasBody = asked.data.length > 0 && !asked.asQuery;
  const { host, target } = placeOf(url, asked.asQuery ? body.toString('latin1') : '');
  return {
    method: asked.method ?? (hasBody ? 'POST' : 'GET'),
    target: asked.target ?? target,
    httpVersion: '1.1',
    headers: headersOf(asked, host, hasBody ? body.length : null),
    body: { kind: 'memory', bytes: hasBody ? body : Buffer.alloc(0) },
    receivedAt: null,
    known: null,
  };
}

function joined(parts: readonly Buffer[], between: string): Buffer {
  const separator = Buffer.from(between);
  return Buffer.concat(parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part])));
}

function placeOf(url: string, query: string): { host: string; target: string } {
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(url) ? url : `http://${url}`;
  const [, authority = '', path = '', search = ''] =
    /^[^:]+:\/\/([^/?#]*)([^?#]*)([^#]*)/.exec(whole) ?? [];
  if (authority === '') throw badFile('The URL of this curl command makes no sense.');
  const added = query === '' ? '' : `${search === '' ? '?' : '&'}${query}`;
  return {
    host: authority.replace(/^.*@/, ''),
    target: `${path === '' ? '/' : path}${search}${added}`,
  };
}

/** As curl sends them: its own first, then those that were given; one given without a value is not sent. */
function headersOf({ headers, extra, isJson }: Asked, host: string, length: number | null) {
  const given = headers.map(headerOf);
  const isGiven = (name: string) =>
    given.some(({ pair: [other] }) => other.toLowerCase() === name.toLowerCase());
  const own: HeaderList = [['Host', host], ...extra];
  const after: HeaderList = [];
  if (isJson) after.push(['Content-Type', JSON_TYPE], ['Accept', JSON_TYPE]);
  else own.push(['Accept', '*/*']);
  if (length !== null) after.push(['Content-Length', String(length)]);
  if (length !== null && !isJson) after.push(['Content-Type', FORM_TYPE]);
  const sent: HeaderList = given.flatMap(({ pair, isSent }) => (isSent ? [pair] : []));
  const notGiven = (list: HeaderList) => list.filter(([name]) => !isGiven(name));
  return [...notGiven(own), ...sent, ...notGiven(after)];
}

/** `Name: value`; `Name:` takes a header away, `Name;` sends it empty. */
function headerOf(text: string): { pair: [string, string]; isSent: boolean } {
  const [, name = '', mark, rest = ''] = /^([^:;]*)([:;])?(.*)$/s.exec(text) ?? [];
  if (mark === ';') return { pair: [name.trim(), ''], isSent: rest.trim() === '' };
  const value = rest.replace(/^[ \t]+/, '');
  return { pair: [name.trim(), value], isSent: mark === ':' && value !== '' };
}
