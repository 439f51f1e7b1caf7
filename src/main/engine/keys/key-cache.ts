// The keys that providers publish, as far as they were fetched: asked at once, filled in the
// background, and forgotten in time.

import type { Agent } from 'node:https';
import type { FindKeys, KeysAnswer, WantedKeys } from '../verify/keys/keys.ts';
import { readKeys } from '../verify/keys/read-keys.ts';
import { fetchDocument } from './fetch-document.ts';

export interface KeyCache {
  /** What is there by now; starts nothing. */
  find: FindKeys;
  /** Resolves when {@link KeyCache.find} has an answer. Each document is fetched once at a time. */
  fetch(wanted: WantedKeys): Promise<void>;
  /** Breaks off what is under way, and resolves when it has ended. */
  close(): Promise<void>;
}

export interface KeyCacheOptions {
  /** Tests lead the providers' names to servers of their own with it. */
  agent?: Agent | undefined;
  /** Milliseconds that only ever grow. */
  monotonic: () => number;
}

const MINUTE_MS = 60_000;
/** Keys change rarely; a token that names a new one has its set fetched anew before. */
const KEPT_MS = 60 * MINUTE_MS;
const FAILURE_KEPT_MS = MINUTE_MS;
/** A set that lacks a key is not fetched again sooner: whoever sends can make up names of keys. */
const SET_KEPT_MS = MINUTE_MS;
const MAX_KEPT = 200;
const MAX_AT_ONCE = 4;
const MAX_WAITING = 50;

interface Entry {
  answer: Exclude<KeysAnswer, { state: 'pending' }>;
  fetchedAt: number;
}

export function createKeyCache({ agent, monotonic }: KeyCacheOptions): KeyCache {
  const closing = new AbortController();
  const entries = new Map<string, Entry>();
  const underWay = new Map<string, Promise<void>>();
  const waiting: (() => void)[] = [];
  let active = 0;

  function fresh(wanted: WantedKeys): Entry | null {
    const entry = entries.get(keyOf(wanted));
    if (entry === undefined) return null;
    return monotonic() - entry.fetchedAt < keptFor(entry.answer, wanted.kid) ? entry : null;
  }

  function keep(wanted: WantedKeys, answer: Entry['answer']): void {
    const key = keyOf(wanted);
    entries.delete(key);
    entries.set(key, { answer, fetchedAt: monotonic() });
    if (entries.size > MAX_KEPT) entries.delete(leastNeeded(entries));
  }

  async function load(wanted: WantedKeys): Promise<void> {
    if (active >= MAX_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    active++;
    const fetched = await fetchDocument(wanted.url, { agent, signal: closing.signal });
    active--;
    waiting.shift()?.();
    if (fetched.outcome === 'failure') {
      keep(wanted, { state: 'failed', why: fetched.why });
      return;
    }
    const keys = readKeys(fetched.text, wanted.as);
    if (keys.length > 0) keep(wanted, { state: 'known', keys });
    else keep(wanted, { state: 'failed', why: 'what is there holds no key' });
  }

  return {
    find: (wanted) => fresh(wanted)?.answer ?? { state: 'pending' },
    fetch(wanted) {
      const key = keyOf(wanted);
      const known = underWay.get(key);
      if (known !== undefined) return known;
      if (fresh(wanted) !== null) return Promise.resolve();
      if (closing.signal.aborted || waiting.length >= MAX_WAITING) {
        keep(wanted, { state: 'failed', why: 'too many keys are being fetched' });
        return Promise.resolve();
      }
      const loading = load(wanted).finally(() => underWay.delete(key));
      underWay.set(key, loading);
      return loading;
    },
    async close() {
      closing.abort();
      await Promise.all(underWay.values());
    },
  };
}

/** A failure before a key, which whoever makes up URLs could push out otherwise; else the oldest. */
function leastNeeded(entries: ReadonlyMap<string, Entry>): string {
  let oldest = '';
  for (const [key, { answer }] of entries) {
    if (answer.state === 'failed') return key;
    if (oldest === '') oldest = key;
  }
  return oldest;
}

const keyOf = ({ url, as }: WantedKeys): string => `${as} ${url}`;

function keptFor(answer: Entry['answer'], kid: string | null): number {
  if (answer.state === 'failed') return FAILURE_KEPT_MS;
  const isThere = kid === null || answer.keys.some((key) => key.kid === null || key.kid === kid);
  return isThere ? KEPT_MS : SET_KEPT_MS;
}
