// Headers as they came: order, case and duplicates, each with a copy button.

import { Filter, Search } from 'lucide-react';
import { useState } from 'react';
import type { HeaderPair } from '../../../shared/headers.ts';
import { Button } from '../../components/Button.tsx';
import { Chip } from '../../components/Chip.tsx';
import { CopyButton } from '../../components/CopyButton.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { PairRow, PairTable } from '../../components/PairTable.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { count, counted } from '../../lib/format.ts';
import { reportError } from '../../state/actions.ts';
import { Explained } from '../../viewers/explain/Explained.tsx';
import { visibleText } from '../../viewers/invisible-characters.ts';
import { LongText } from '../../viewers/LongText.tsx';
import { filterHeaders, type HeaderMark, headersAsText } from './header-marks.ts';
import { showCheck } from './show-check.ts';

export interface HeaderTableProps {
  label: string;
  headers: HeaderPair[];
  /** What a header is for the provider. */
  mark?: (pair: HeaderPair) => HeaderMark | null;
  /** When the request came, for times in its headers. */
  receivedAt?: string | null;
  /** Filters the list by a header; absent where there is no list to filter. */
  onFilter?: (pair: HeaderPair) => void;
}

/** Longer values show their beginning. */
const LONG_VALUE = 400;
const FILTER_FROM = 10;
/** Rows at first: a request may have thousands of headers. */
const ROWS_SHOWN = 150;

export function HeaderTable(props: HeaderTableProps) {
  const { headers } = props;
  const [filter, setFilter] = useState('');
  const shown = filterHeaders(headers, filter);
  if (headers.length === 0) return <p className="text-ink3">There are no headers.</p>;
  return (
    <div className="flex flex-col gap-2.5">
      <div className="flex items-center gap-2">
        {headers.length > FILTER_FROM ? (
          <div className="relative flex-1">
            <Search aria-hidden="true" className="absolute top-2 left-2.5 size-3.5 text-ink3" />
            <TextInput
              type="search"
              aria-label="Filter the headers"
              placeholder="Filter the headers"
              className="h-[30px]! pl-8!"
              value={filter}
              onValue={setFilter}
            />
          </div>
        ) : (
          <span className="flex-1 text-ink3">{counted(headers.length, 'header', 'headers')}</span>
        )}
        <CopyButton
          size="md"
          text={() => headersAsText(headers)}
          label="Copy all headers"
          onError={reportError}
        >
          Copy all
        </CopyButton>
      </div>
      {shown.length === 0 ? (
        <p className="px-1 text-ink3">No header holds “{filter.trim()}”.</p>
      ) : (
        <Rows {...props} shown={shown} />
      )}
    </div>
  );
}

interface RowProps extends Pick<HeaderTableProps, 'onFilter'> {
  pair: HeaderPair;
  mark: HeaderMark | null;
  receivedAt: string | null;
}

interface RowsProps extends HeaderTableProps {
  /** Indexes of those that pass the filter. */
  shown: number[];
}

function Rows({ label, headers, shown, mark, receivedAt = null, onFilter }: RowsProps) {
  const [rows, setRows] = useState(ROWS_SHOWN);
  return (
    <div className="overflow-hidden rounded-card border border-line">
      <PairTable label={label}>
        {shown.slice(0, rows).flatMap((index) => {
          const pair = headers[index];
          if (pair === undefined) return [];
          const row = { pair, mark: mark?.(pair) ?? null, receivedAt, onFilter };
          return [<Row key={index} {...row} />];
        })}
      </PairTable>
      {shown.length > rows ? (
        <div className="border-line2 border-t p-2">
          <Button size="sm" variant="ghost" onClick={() => setRows(rows + ROWS_SHOWN)}>
            Show more of {count(shown.length - rows)} further headers
          </Button>
        </div>
      ) : null}
    </div>
  );
}

function Row({ pair, mark, receivedAt, onFilter }: RowProps) {
  const [name, value] = pair;
  const shownName = (
    <>
      <LongText text={name} limit={200} />
      {mark === null ? null : (
        <span className="mt-1 block font-sans">
          <Chip tone={mark.word === 'Signature' ? 'special' : 'mute'} word={mark.word} />
        </span>
      )}
    </>
  );
  const copy = { text: value, label: `Copy ${name.slice(0, 60)}`, onError: reportError };
  return (
    <PairRow name={shownName} copy={copy}>
      <div className="group/value flex items-start gap-1">
        <div className="wire min-w-0 flex-1">
          {value.length > LONG_VALUE ? (
            <LongText text={value} />
          ) : (
            <Explained text={value} receivedAt={receivedAt}>
              {visibleText(value)}
            </Explained>
          )}
        </div>
        {onFilter === undefined || value === '' || value.length > LONG_VALUE ? null : (
          <IconButton
            size="sm"
            label={`Filter by ${name.slice(0, 60)}`}
            className="-my-0.5 opacity-0 focus-visible:opacity-100 group-hover/value:opacity-100"
            icon={<Filter aria-hidden="true" />}
            onClick={() => onFilter(pair)}
          />
        )}
      </div>
      {mark === null ? null : <MarkText mark={mark} header={name} />}
    </PairRow>
  );
}

function MarkText({ mark: { text, check }, header }: { mark: HeaderMark; header: string }) {
  const words = check?.ok ? 'Its check passed' : 'Its check failed';
  return (
    <p className="mt-0.5 text-ink3 text-sm">
      {text}
      {check === null ? null : (
        <>
          {' '}
          <button
            type="button"
            aria-label={`${words}: show that of ${header.slice(0, 60)}`}
            className={`rounded-sm font-medium hover:underline ${check.ok ? 'text-ok' : 'text-bad'}`}
            onClick={() => showCheck(check.name)}
          >
            {words}
          </button>
        </>
      )}
    </p>
  );
}
