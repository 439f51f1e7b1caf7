// Bytes that differ, as people can see them: what is invisible gets a sign and its number.

import type { Excerpt } from '../../../shared/model.ts';
import { visibleText } from '../../viewers/invisible-characters.ts';

interface Place {
  /** Its first byte, counted from the beginning. */
  at: number;
}

export type Piece = Place &
  (
    | { kind: 'text'; text: string }
    /** Bytes that no one would see: `↵ 0A`, and what to call them. */
    | { kind: 'sign'; sign: string; bytes: string[]; name: string }
  );

const BOM = 'efbbbf';

const SIGNS: Record<string, { sign: string; name: string }> = {
  '09': { sign: '⇥', name: 'tab' },
  '0a': { sign: '↵', name: 'line break' },
  '0d': { sign: '␍', name: 'carriage return' },
  '20': { sign: '␣', name: 'space' },
  [BOM]: { sign: 'BOM', name: 'byte order mark' },
};

const PARTS = new RegExp(`${BOM}|..`, 'g');

/** The bytes as pieces to show, in their order; the same sign several times is one piece. */
export function pieces(hex: string): Piece[] {
  const found: Piece[] = [];
  for (const { 0: part, index } of hex.matchAll(PARTS)) {
    const piece = pieceOf(part, index / 2);
    const last = found.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text') last.text += piece.text;
    else if (piece.kind === 'sign' && last?.kind === 'sign' && last.name === piece.name) {
      last.bytes.push(...piece.bytes);
    } else found.push(piece);
  }
  return found;
}

function pieceOf(part: string, at: number): Piece {
  const code = Number.parseInt(part, 16);
  // Printable ASCII, without the space, which cannot be told from none.
  if (part.length === 2 && code > 0x20 && code < 0x7f) {
    return { at, kind: 'text', text: String.fromCharCode(code) };
  }
  const { sign, name } = SIGNS[part] ?? { sign: '', name: 'byte' };
  return { at, kind: 'sign', sign, name, bytes: [part.toUpperCase().replace(/..(?=.)/g, '$& ')] };
}

/** Text around a difference, on one line. */
export function aroundText(text: string): string {
  const oneLine = text.replaceAll('\r', '␍').replaceAll('\n', '↵').replaceAll('\t', '⇥');
  return visibleText(oneLine);
}

/** The difference as a sentence, also for who does not see it. */
export function differenceWords({ at, added, removed, more }: Excerpt): string {
  const parts = [
    ...(removed === '' ? [] : [`${named(removed)} signed, but did not come`]),
    ...(added === '' ? [] : [`${named(added)} not signed, but came`]),
  ];
  const goesOn = more ? ' It is not the only place.' : '';
  return `At byte ${at + 1}: ${parts.join('; ')}.${goesOn}`;
}

/** `line break (0A) was`, `3 bytes were`. */
function named(hex: string): string {
  const all = pieces(hex);
  const count = hex.length / 2;
  if (all.length > 4) return `${count} bytes were`;
  const words = all.map((piece) => {
    if (piece.kind === 'text') return `“${piece.text}”`;
    const { bytes, name } = piece;
    return `${bytes.length === 1 ? name : `${bytes.length} × ${name}`} (${bytes.join(' ')})`;
  });
  const isOne = words.length === 1 && (all[0]?.kind === 'text' || all[0]?.bytes.length === 1);
  return `${words.join(', ')} ${isOne ? 'was' : 'were'}`;
}
