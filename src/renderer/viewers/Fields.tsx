// The fields of a form: a table that is searched like any other body, a page of rows at a time.

import { useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../components/Button.tsx';
import { count } from '../lib/format.ts';
import { FieldTable, type TableField } from './FieldTable.tsx';
import { FindBar } from './find/FindBar.tsx';
import { FindButton } from './find/FindButton.tsx';
import { findInCells, marksByCell } from './find/find-in-cells.ts';
import type { Marked } from './find/found.ts';
import type { TextMark } from './find/MarkedText.tsx';
import { compilePattern } from './find/pattern.ts';
import { ScrollMarks } from './find/ScrollMarks.tsx';
import { type FindTarget, useFind } from './find/use-find.ts';
import { ViewerNotice } from './ViewerNotice.tsx';
import type { BodyFacts } from './viewer.ts';

const ROWS = 100;
const NONE: TextMark[] = [];

export interface FieldsProps {
  label: string;
  /** "Form, 3 fields". */
  caption: string;
  /** Their keys are their positions, from 0. */
  fields: TableField[];
  /** What is wrong with the form, as a sentence. */
  notice: string | null;
  facts: BodyFacts;
}

export function Fields({ label, caption, fields, notice, facts }: FieldsProps) {
  const [rows, setRows] = useState(ROWS);
  const [marked, setMarked] = useState<Marked | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const cells = useMemo(() => fields.flatMap(({ name, value }) => [name, value]), [fields]);
  const find = useFind(useFieldTarget(cells, scroller, setMarked));
  const marks = useMemo(
    () => (marked === null ? new Map<number, TextMark[]>() : marksByCell(cells, marked)),
    [cells, marked],
  );
  const current = currentRow(marks);
  const shown = Math.max(rows, current + 1);
  useEffect(() => {
    if (marked === null) return;
    const mark = scroller.current?.querySelector('[data-current-match]');
    mark?.scrollIntoView({ block: 'nearest' });
  }, [marked]);
  return (
    <>
      {notice === null ? null : <ViewerNotice tone="warn">{notice}</ViewerNotice>}
      <div className="flex min-h-0 flex-col overflow-hidden rounded-card border border-line">
        <div className="flex h-8 flex-none items-center border-line2 border-b pr-1 pl-3">
          <span className="flex-1 truncate text-ink3 text-sm">{caption}</span>
          <FindButton find={find} />
        </div>
        {find.open ? <FindBar find={find} /> : null}
        <div className="relative flex min-h-0 flex-col">
          <div ref={scroller} className="min-h-0 overflow-y-auto">
            <FieldTable
              label={label}
              fields={fields.slice(0, shown)}
              facts={facts}
              marks={(key) => ({
                name: marks.get(key * 2) ?? NONE,
                value: marks.get(key * 2 + 1) ?? NONE,
              })}
            />
            {fields.length > shown ? (
              <div className="border-line2 border-t p-2">
                <Button size="sm" variant="ghost" onClick={() => setRows(shown + ROWS)}>
                  Show {count(Math.min(ROWS, fields.length - shown))} more of{' '}
                  {count(fields.length - shown)}
                </Button>
              </div>
            ) : null}
          </div>
          {find.open ? <ScrollMarks outcome={find.outcome} /> : null}
        </div>
      </div>
    </>
  );
}

function currentRow(marks: Map<number, TextMark[]>): number {
  for (const [cell, own] of marks) if (own.some((mark) => mark.current)) return cell >> 1;
  return -1;
}

function useFieldTarget(
  cells: string[],
  scroller: { current: HTMLElement | null },
  onMarked: (marked: Marked | null) => void,
): FindTarget {
  return useMemo(
    () => ({
      kind: 'text',
      async prepare(query) {
        const pattern = await compilePattern(query);
        return pattern.kind === 'mistake' ? pattern : () => findInCells(cells, pattern);
      },
      position: () => 0,
      show: onMarked,
      places(found) {
        const rows = Math.max(cells.length / 2, 1);
        const byCell = [...marksByCell(cells, { found, current: -1 })];
        return byCell.flatMap(([cell, own]) => own.map(() => (cell >> 1) / rows));
      },
      focus: () => scroller.current?.querySelector('button')?.focus(),
    }),
    [cells, scroller, onMarked],
  );
}
