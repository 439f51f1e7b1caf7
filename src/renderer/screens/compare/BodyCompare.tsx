// Two bodies side by side, by their values, as text or as bytes.

import { useCallback, useMemo, useState } from 'react';
import { getHeader } from '../../../shared/headers.ts';
import { Segmented } from '../../components/Segmented.tsx';
import { bytes as sizeText } from '../../lib/format.ts';
import type { BodyContent } from '../../viewers/content.ts';
import { looksBinary, looksJson } from '../../viewers/sniff.ts';
import { useContent } from '../../viewers/use-content.ts';
import { ByteCompare } from './ByteCompare.tsx';
import { diffBytes } from './byte-diff.ts';
import type { SideMessage } from './side.ts';
import { TextCompare } from './TextCompare.tsx';
import { useBodyText } from './use-body-text.ts';
import { ValueRows } from './ValueRows.tsx';

type Way = 'values' | 'text' | 'bytes';

/** Longer texts are compared as bytes only: every line of both is laid out. */
const MAX_TEXT_BYTES = 2 * 1024 * 1024;

export interface BodyCompareProps {
  left: SideMessage;
  right: SideMessage;
}

export function BodyCompare({ left, right }: BodyCompareProps) {
  const a = useBodyOf(left);
  const b = useBodyOf(right);
  if (a === null || b === null) return <p className="p-3 text-ink3">Unpacking…</p>;
  return <Bodies left={a} right={b} sizes={[left.size, right.size]} />;
}

function useBodyOf({ bytes, headers }: SideMessage): BodyContent | null {
  const prepared = useContent(
    bytes,
    getHeader(headers, 'content-type'),
    getHeader(headers, 'content-encoding'),
  );
  return prepared?.content ?? null;
}

interface BodiesProps {
  left: BodyContent;
  right: BodyContent;
  sizes: [number, number];
}

function Bodies({ left, right, sizes }: BodiesProps) {
  const diff = useMemo(() => diffBytes(left.wire, right.wire), [left, right]);
  const ways = waysFor(left, right);
  const [chosen, setChosen] = useState<Way | null>(null);
  const way = chosen !== null && ways.includes(chosen) ? chosen : (ways[0] ?? 'bytes');
  if (diff === null) return <SameBytes size={sizes[0]} />;
  return (
    <div className="overflow-hidden rounded-card border border-line">
      <div className="flex items-center gap-2 border-line2 border-b px-3 py-1.5">
        <span className="flex-1 text-ink3">
          {sizeText(sizes[0])} on the left, {sizeText(sizes[1])} on the right
        </span>
        <Segmented<Way>
          label="How the bodies are compared"
          value={way}
          onValue={setChosen}
          options={ways.map((value) => ({ value, label: LABELS[value] }))}
        />
      </div>
      <Shown way={way} left={left} right={right} diff={diff} />
    </div>
  );
}

function SameBytes({ size }: { size: number }) {
  const words =
    size === 0
      ? 'Neither has a body.'
      : `The bodies are the same, byte for byte (${sizeText(size)}).`;
  useBodyText(useCallback(() => words, [words]));
  return <p className="rounded-card border border-line px-3 py-2 text-ink2">{words}</p>;
}

const LABELS: Record<Way, string> = { values: 'Values', text: 'Text', bytes: 'Bytes' };

function waysFor(left: BodyContent, right: BodyContent): Way[] {
  const both = [left, right];
  const ways: Way[] = [];
  if (both.every(({ bytes }) => looksJson(bytes) && !looksBinary(bytes))) ways.push('values');
  const small = both.every(({ bytes }) => bytes.length <= MAX_TEXT_BYTES);
  if (small && both.every(({ bytes }) => !looksBinary(bytes))) ways.push('text');
  ways.push('bytes');
  return ways;
}

interface ShownProps extends Omit<BodiesProps, 'sizes'> {
  way: Way;
  diff: { before: number; after: number };
}

function Shown({ way, left, right, diff }: ShownProps) {
  switch (way) {
    case 'values':
      return <ValueRows left={left} right={right} />;
    case 'text':
      return <TextCompare left={left.text().text} right={right.text().text} />;
    case 'bytes':
      return <ByteCompare left={left.wire} right={right.wire} diff={diff} />;
  }
}
