// What a handshake brings besides its question: a signing secret, and a URL to call.

import type { HandshakeRule } from './handshake-rule.ts';
import type { RuleContext } from './scheme.ts';
import { compileSource } from './source.ts';
import type { RequestView } from './view.ts';

/** Short enough to be stored, long enough to be a secret. */
const SECRET = /^[\x21-\x7e]{8,512}$/;

/** Null when there is none, or none that could be a secret. */
export function compileSecret({ secret }: HandshakeRule): (view: RequestView) => string | null {
  if (secret === undefined) return () => null;
  const read = compileSource(secret);
  return (view) => {
    const value = read(view);
    return value !== null && SECRET.test(value) ? value : null;
  };
}

const MAX_URL = 4096;

/** Where to call; or why not, in place of what is left to do. */
export type CallBack = { callBack: string } | { callBack: null; note?: string };

export function compileCallBack(
  { callBack }: HandshakeRule,
  { providerName }: RuleContext,
): (view: RequestView) => CallBack {
  if (callBack === undefined) return () => ({ callBack: null });
  const read = compileSource(callBack.url);
  const note = `The URL that is to be called to confirm is not one of ${providerName}, so it is not called.`;
  return (view) => {
    const url = ownUrl(read(view), callBack.host);
    return url === null ? { callBack: null, note } : { callBack: url };
  };
}

/** Null unless it leads to the provider itself: anyone may send anything for us to call. */
function ownUrl(text: string | null, host: RegExp): string | null {
  if (text === null || text.length > MAX_URL || !URL.canParse(text)) return null;
  const url = new URL(text);
  const isPlain = url.protocol === 'https:' && url.username === '' && url.password === '';
  return isPlain && host.test(url.host) ? url.href : null;
}
