// The values of two JSON bodies that differ, each under its path.

import { useEffect, useMemo, useRef, useState } from 'react';
import { Spinner } from '../../components/Spinner.tsx';
import { useDelayed } from '../../components/use-delayed.ts';
import { counted } from '../../lib/format.ts';
import type { BodyContent } from '../../viewers/content.ts';
import { LongText } from '../../viewers/LongText.tsx';
import { pathText } from '../../viewers/value-path.ts';
import { type CompareAnswer, compareJson, type JsonBody } from './compare-json.ts';
import { valuesText } from './differences-text.ts';
import type { DiffRow, JsonDiff } from './json-diff.ts';
import { useBodyText } from './use-body-text.ts';
import { useCountedSteps } from './use-steps.ts';

export interface ValueRowsProps {
  left: BodyContent;
  right: BodyContent;
}

export function ValueRows({ left, right }: ValueRowsProps) {
  const [answer, setAnswer] = useState<CompareAnswer | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    setAnswer(null);
    void compareJson({ left: jobOf(left), right: jobOf(right) }, stop.signal).then((done) => {
      if (!stop.signal.aborted) setAnswer(done);
    });
    return () => stop.abort();
  }, [left, right]);
  useBodyText(
    useMemo(() => {
      if (answer === null) return null;
      return () => (answer.kind === 'diff' ? valuesText(answer.diff) : WHY[answer.kind]);
    }, [answer]),
  );
  const slow = useDelayed(answer === null);
  if (answer === null) {
    return <div className="p-3">{slow ? <Spinner label="Comparing" showLabel /> : null}</div>;
  }
  if (answer.kind !== 'diff') return <p className="p-3 text-ink3">{WHY[answer.kind]}</p>;
  if (answer.diff.rows.length === 0) {
    return (
      <p className="p-3 text-ink2">
        The values are the same. The bytes are not: keys in another order, other white space, or
        values written in another way.
      </p>
    );
  }
  return <Rows diff={answer.diff} />;
}

function jobOf({ bytes, contentType }: BodyContent): JsonBody {
  return { bytes, contentType };
}

const WHY = {
  'no-json': 'At least one of them is no JSON: compare them as text or as bytes.',
  'too-deep': 'The lists in it are nested too deeply: compare them as text or as bytes.',
  'too-long': 'Comparing the values took too long: compare them as text or as bytes.',
};

function Rows({ diff: { rows, more } }: { diff: JsonDiff }) {
  const table = useRef<HTMLTableElement>(null);
  useCountedSteps(rows.length, (index) => {
    const row = table.current?.rows[index + 1];
    row?.scrollIntoView({ block: 'center' });
    row?.focus();
  });
  return (
    <>
      <table ref={table} aria-label="Values that differ" className="block">
        <thead className="sr-only">
          <tr>
            <th scope="col">Path</th>
            <th scope="col">Left</th>
            <th scope="col">Right</th>
          </tr>
        </thead>
        <tbody className="block">
          {rows.map((row) => (
            <Row key={`${row.kind} ${pathText([...row.path])}`} row={row} />
          ))}
        </tbody>
      </table>
      {more ? (
        <p className="border-line2 border-t px-3 py-2 text-ink3">
          There are more than {counted(rows.length, 'difference', 'differences')}; these are the
          first.
        </p>
      ) : null}
    </>
  );
}

const WORDS = { added: 'only on the right', removed: 'only on the left', changed: 'changed' };

function Row({ row }: { row: DiffRow }) {
  const cell = 'wrap-anywhere wire whitespace-pre-wrap px-3 py-[7px] align-top';
  return (
    <tr
      tabIndex={-1}
      // Rows are laid out once they come into view: thousands at once would hold up the page.
      className="ring-inside grid grid-cols-[30%_minmax(0,1fr)_minmax(0,1fr)] border-line2 [contain-intrinsic-size:auto_52px] [content-visibility:auto] not-first:border-t"
    >
      <th scope="row" className={`${cell} text-left font-medium text-ink`}>
        {row.path.length === 0 ? 'the whole' : pathText([...row.path])}
        <span className="block font-normal font-sans text-ink3">{WORDS[row.kind]}</span>
      </th>
      <td className={`${cell} border-line2 border-l ${row.kind === 'added' ? '' : 'bg-badbg'}`}>
        {row.kind === 'added' ? null : <LongText text={row.left} />}
      </td>
      <td className={`${cell} border-line2 border-l ${row.kind === 'removed' ? '' : 'bg-okbg'}`}>
        {row.kind === 'removed' ? null : <LongText text={row.right} />}
      </td>
    </tr>
  );
}
