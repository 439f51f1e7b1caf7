// Whether the bodies of other deliveries are the open one's, byte for byte.

import { useEffect, useState } from 'react';
import type { Delivery, GroupMember } from '../../../shared/model.ts';
import { call } from '../../host.ts';
import { bytesOf, loadBody } from '../../state/bodies.ts';
import { diffBytes } from '../compare/byte-diff.ts';
import type { BodyLikeness } from './group-words.ts';

/** Larger bodies are only looked at when somebody opens the comparison. */
const MAX_BYTES = 1024 * 1024;
/** So much is fetched for one list. */
const MAX_FETCHED = 8 * 1024 * 1024;

type Likenesses = ReadonlyMap<string, BodyLikeness>;

const UNKNOWN: Likenesses = new Map();

/** What is known so far, by id. `members` are looked at in their order. */
export function useLikeness(
  { id, bodySize }: Pick<Delivery, 'id' | 'bodySize'>,
  members: readonly GroupMember[],
): Likenesses {
  const [known, setKnown] = useState(UNKNOWN);
  // The delivery is fetched anew with each of its events; its members are the same ones.
  const wanted = members.map((member) => `${member.id} ${member.bodySize}`).join(',');
  useEffect(() => {
    const stop = new AbortController();
    const others = wanted === '' ? [] : wanted.split(',').map(partsOf);
    const found = new Map<string, BodyLikeness>();
    const tell = (other: string, likeness: BodyLikeness) => {
      found.set(other, likeness);
      if (!stop.signal.aborted) setKnown(new Map(found));
    };
    // What cannot be fetched stays unknown: the delivery may have been removed meanwhile.
    lookAtAll({ id, bodySize }, others, { tell, signal: stop.signal }).catch(() => {});
    return () => stop.abort();
  }, [id, bodySize, wanted]);
  return known;
}

interface Sized {
  id: string;
  bodySize: number;
}

function partsOf(text: string): Sized {
  const [id = '', size = '0'] = text.split(' ');
  return { id, bodySize: Number(size) };
}

interface Look {
  tell: (id: string, likeness: BodyLikeness) => void;
  signal: AbortSignal;
}

async function lookAtAll(own: Sized, others: readonly Sized[], { tell, signal }: Look) {
  let left = MAX_FETCHED;
  const rest: Sized[] = [];
  for (const other of others) {
    if (other.bodySize !== own.bodySize) tell(other.id, 'other');
    else if (own.bodySize === 0) tell(other.id, 'same');
    else if (own.bodySize > Math.min(MAX_BYTES, left)) tell(other.id, 'as-long');
    else {
      left -= own.bodySize;
      rest.push(other);
    }
  }
  if (rest.length === 0) return;
  const { bytes } = await loadBody(own.id, { signal });
  for (const other of rest) {
    signal.throwIfAborted();
    const { base64 } = await call('deliveries.body', { id: other.id });
    tell(other.id, diffBytes(bytes, bytesOf(base64)) === null ? 'same' : 'other');
  }
}
