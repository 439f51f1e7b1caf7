// The middle: search field, head of the list, the rows, and what floats above them.

import { useDelayed } from '../../components/use-delayed.ts';
import { counted } from '../../lib/format.ts';
import { MAX_RESULTS } from '../../state/search-loader.ts';
import { rowCount, useStream } from '../../state/stream.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { FilterField } from './FilterField.tsx';
import { NewPill } from './NewPill.tsx';
import { StreamEmpty } from './StreamEmpty.tsx';
import { StreamList } from './StreamList.tsx';

export function Stream() {
  return (
    <section
      aria-label="Deliveries"
      className="@container/stream flex h-full min-w-0 flex-col bg-panel"
    >
      <FilterField />
      <Timeline />
      {/* The rows may have a scroll bar beside them; their heads leave the same room for it. */}
      <div
        aria-hidden="true"
        className="stream-grid h-7 flex-none overflow-hidden border-line2 border-b font-medium text-[11.5px] text-ink3 [scrollbar-gutter:stable]"
      >
        <span data-column="time">Time</span>
        <span data-column="method" />
        <span>Event</span>
        <span>Signature</span>
        <span>Answer</span>
        <span data-column="size" className="text-right">
          Size
        </span>
        <span data-column="took" className="text-right">
          Took
        </span>
      </div>
      <div className="relative min-h-0 flex-1">
        <Rows />
        {/* The rows would cover an outline of the list itself. */}
        <div className="pointer-events-none absolute inset-0 z-10 peer-focus-visible:shadow-[inset_0_0_0_2px_var(--focus)]" />
        <NewPill />
      </div>
      <SearchSummary />
    </section>
  );
}

function Rows() {
  const empty = useStream((stream) => rowCount(stream) === 0);
  const failed = useStream((stream) => stream.error !== null);
  const searching = useStream((stream) => stream.search?.status === 'searching');
  const loaded = useStream((stream) => stream.loaded);
  const waiting = useDelayed(!loaded && !failed);
  if (!empty) return <StreamList />;
  if (searching) return <p className="p-6 text-center text-ink3">Searching</p>;
  if (loaded || failed) return <StreamEmpty />;
  return waiting ? <p className="p-6 text-center text-ink3">Loading the deliveries</p> : null;
}

/** How many were found, honestly: whether there may be more. */
function SearchSummary() {
  const search = useStream((stream) => stream.search);
  if (search === null || search.rows.length === 0 || !search.fresh) return null;
  const found = counted(search.rows.length, 'delivery', 'deliveries');
  const text = {
    searching: `${found} so far`,
    more: `${found} so far; scroll down for older ones`,
    done: found,
    full: `The newest ${MAX_RESULTS.toLocaleString('en-US')} are shown. Search for more to narrow it down.`,
    error: `${found}, then the search broke off: ${search.error ?? ''}`,
  }[search.status];
  return (
    <p
      role="status"
      className="flex h-7 flex-none items-center truncate border-line2 border-t px-3.5 text-ink3 text-sm"
    >
      {text}
    </p>
  );
}
