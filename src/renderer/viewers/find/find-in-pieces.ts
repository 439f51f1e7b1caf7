// Finds a pattern in lines of text in slices. A line may come in several pieces, however long it is.

import type { Sliced } from '../sliced.ts';
import { type Found, MAX_MATCHES } from './found.ts';
import type { Pattern } from './pattern.ts';

export interface Piece {
  text: string;
  /** True when the line goes on in the next piece. */
  continues: boolean;
}

const CHARACTERS_PER_STEP = 32 * 1024;

/**
 * Every match that does not overlap one before. Positions count the characters of all lines, and one for
 * each line's end. Yields after every match and every 32 Ki characters.
 */
export function* findInPieces(pieces: Iterable<Piece>, pattern: Pattern): Sliced<Found> {
  const found: Found = { starts: [], ends: [], more: false };
  let window = '';
  /** Where the window begins in the text, and where in the window the search goes on. */
  let offset = 0;
  let from = 0;
  let unpaused = 0;
  for (const { text, continues } of pieces) {
    window += text;
    if (continues && window.length < pattern.window) continue;
    const certain = continues ? window.length - pattern.reach : window.length;
    let match = pattern.next(window, from);
    for (; match !== null && match.start < certain; match = pattern.next(window, from)) {
      if (found.starts.length === MAX_MATCHES) return { ...found, more: true };
      found.starts.push(offset + match.start);
      found.ends.push(offset + match.end);
      from = match.end;
      yield;
    }
    unpaused += window.length;
    if (unpaused > CHARACTERS_PER_STEP) {
      unpaused = 0;
      yield;
    }
    // The character before the place where the search goes on says whether a word begins there.
    const kept = continues ? Math.max(0, Math.max(certain, from) - 1) : window.length;
    from = continues ? Math.max(certain, from) - kept : 0;
    offset += kept + (continues ? 0 : 1);
    window = continues ? window.slice(kept) : '';
  }
  return found;
}
