// The headers of both sides, a row each: what differs in value, in the case of its name or in its place.

import { useState } from 'react';
import type { HeaderPair } from '../../../shared/headers.ts';
import { Button } from '../../components/Button.tsx';
import { Chip } from '../../components/Chip.tsx';
import { counted } from '../../lib/format.ts';
import { LongText } from '../../viewers/LongText.tsx';
import { differs, type HeaderRow } from './header-diff.ts';

const ROWS_SHOWN = 150;

export function HeaderRows({ rows }: { rows: readonly HeaderRow[] }) {
  const [all, setAll] = useState(false);
  const [limit, setLimit] = useState(ROWS_SHOWN);
  const indexes = [...rows.keys()];
  const different = indexes.filter((index) => isDifferent(rows[index]));
  const same = rows.length - different.length;
  const shown = all ? indexes : different;
  return (
    <div className="overflow-hidden rounded-card border border-line">
      {shown.length === 0 ? null : (
        <table aria-label="Headers of both" className="w-full table-fixed border-collapse">
          <thead className="sr-only">
            <tr>
              <th scope="col">Left</th>
              <th scope="col">Right</th>
            </tr>
          </thead>
          <tbody>
            {shown.slice(0, limit).flatMap((index) => {
              const row = rows[index];
              return row ? [<Row key={index} row={row} />] : [];
            })}
          </tbody>
        </table>
      )}
      <div className="flex items-center gap-2 border-line2 px-3 py-1.5 not-first:border-t">
        <span className="flex-1 text-ink3">
          {same === 0
            ? 'No header is the same'
            : `${counted(same, 'header is', 'headers are')} the same`}
        </span>
        {shown.length > limit ? (
          <Button size="sm" variant="ghost" onClick={() => setLimit(limit + ROWS_SHOWN)}>
            Show more
          </Button>
        ) : null}
        {same === 0 ? null : (
          <Button size="sm" variant="ghost" aria-pressed={all} onClick={() => setAll(!all)}>
            {all ? 'Differences only' : 'Show all'}
          </Button>
        )}
      </div>
    </div>
  );
}

function isDifferent(row: HeaderRow | undefined): boolean {
  return row !== undefined && differs(row);
}

function Row({ row }: { row: HeaderRow }) {
  const cell = 'wrap-anywhere wire w-1/2 px-3 py-[7px] align-top';
  if (row.kind === 'left') {
    return (
      <tr className="border-line2 not-first:border-t">
        <td className={`${cell} bg-badbg`}>
          <Pair pair={row.left} />
        </td>
        <td className={`${cell} border-line2 border-l text-ink3`}>not here</td>
      </tr>
    );
  }
  if (row.kind === 'right') {
    return (
      <tr className="border-line2 not-first:border-t">
        <td className={`${cell} text-ink3`}>not here</td>
        <td className={`${cell} border-line2 border-l bg-okbg`}>
          <Pair pair={row.right} />
        </td>
      </tr>
    );
  }
  return (
    <tr className="border-line2 not-first:border-t">
      <td className={`${cell} ${row.value ? 'bg-badbg' : ''}`}>
        <Pair pair={row.left} />
      </td>
      <td className={`${cell} border-line2 border-l ${row.value ? 'bg-okbg' : ''}`}>
        <Pair pair={row.right} />
        {differs(row) ? (
          <span className="mt-1 flex flex-wrap gap-1 font-sans">
            {row.value ? <Chip tone="warn" word="Other value" /> : null}
            {row.case ? <Chip tone="mute" word="Other case" /> : null}
            {row.moved ? <Chip tone="mute" word="Other place" /> : null}
          </span>
        ) : null}
      </td>
    </tr>
  );
}

function Pair({ pair: [name, value] }: { pair: HeaderPair }) {
  return (
    <>
      <span className="font-medium text-ink">
        <LongText text={name} limit={200} />
      </span>
      <span className="text-ink3">: </span>
      <span className="text-ink2">
        <LongText text={value} />
      </span>
    </>
  );
}
