// The place where a body differs from what was signed: the text around it, and the bytes themselves,
// with those that cannot be seen named.

import type { Excerpt } from '../../../shared/model.ts';
import { cx } from '../../lib/cx.ts';
import { aroundText, differenceWords, type Piece, pieces } from './excerpt-words.ts';

export interface ByteExcerptProps {
  excerpt: Excerpt;
  /** Bytes of the body as it came. */
  bodySize: number;
}

export function ByteExcerpt({ excerpt, bodySize }: ByteExcerptProps) {
  const { at, before, after, added, removed } = excerpt;
  const size = (text: string) => new TextEncoder().encode(text).length;
  const isCutBefore = at > size(before);
  const isCutAfter = at + added.length / 2 + size(after) < bodySize;
  return (
    <figure>
      <div
        aria-hidden="true"
        className="wire wrap-anywhere rounded-md border border-line bg-panel px-2.5 py-2 text-ink leading-5"
      >
        {isCutBefore ? <span className="text-ink3">…</span> : null}
        {aroundText(before)}
        {removed === '' ? null : <Bytes hex={removed} isMissing />}
        {added === '' ? null : <Bytes hex={added} isMissing={false} />}
        {aroundText(after)}
        {isCutAfter ? <span className="text-ink3">…</span> : null}
      </div>
      <figcaption className="mt-1.5 text-ink2 text-sm">{differenceWords(excerpt)}</figcaption>
    </figure>
  );
}

/** What is missing has an empty place, what came too much is filled. */
function Bytes({ hex, isMissing }: { hex: string; isMissing: boolean }) {
  return (
    <span
      className={cx(
        'mx-px rounded-sm border px-1 py-px font-semibold',
        isMissing ? 'border-ok border-dashed text-ok' : 'border-transparent bg-badbg text-bad',
      )}
    >
      {isMissing ? '−' : '+'}
      {pieces(hex).map((piece) => (
        <Shown key={piece.at} piece={piece} />
      ))}
    </span>
  );
}

function Shown({ piece }: { piece: Piece }) {
  if (piece.kind === 'text') return piece.text;
  return (
    <span className="mx-0.5">
      {piece.sign} {piece.bytes.join(' ')}
    </span>
  );
}
