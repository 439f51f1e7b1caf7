// How many came of each kind, how many failed, and how long their answers took.

import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import type { Statistics, StatisticsGroup } from '../../../shared/finding.ts';
import { withTerm } from '../../../shared/query/terms.ts';
import { Dialog } from '../../components/Dialog.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Segmented } from '../../components/Segmented.tsx';
import { Spinner } from '../../components/Spinner.tsx';
import { useDelayed } from '../../components/use-delayed.ts';
import { cx } from '../../lib/cx.ts';
import { count, dateAndTime, duration } from '../../lib/format.ts';
import { useApp } from '../../state/app.ts';
import { useView } from '../../state/view.ts';
import { visibleText } from '../../viewers/invisible-characters.ts';
import {
  type Column,
  filterFor,
  type GroupedBy,
  groupName,
  inOrder,
  type Order,
  percent,
} from './statistics-words.ts';
import { useStatistics } from './use-statistics.ts';

export function StatisticsDialog({ onClose }: { onClose: () => void }) {
  const isFiltered = useView(
    ({ endpointId, only, query }) => endpointId !== null || only !== null || query.trim() !== '',
  );
  const [by, setBy] = useState<GroupedBy>('eventType');
  const [filtered, setFiltered] = useState(isFiltered);
  const state = useStatistics(by, filtered);
  const slow = useDelayed(state.status === 'loading');
  return (
    <Dialog
      open
      onClose={onClose}
      title="Statistics"
      description="Failed: a signature that does not match, or an answer of 400 or more. Times are from the request to our answer."
      size="xl"
    >
      <div className="flex flex-wrap items-center gap-2 pb-3">
        <Segmented<GroupedBy>
          label="Grouped by"
          value={by}
          onValue={setBy}
          options={[
            { value: 'eventType', label: 'By event type' },
            { value: 'endpoint', label: 'By endpoint' },
          ]}
        />
        {isFiltered ? (
          <Segmented<'list' | 'all'>
            label="Which deliveries"
            value={filtered ? 'list' : 'all'}
            onValue={(value) => setFiltered(value === 'list')}
            options={[
              { value: 'list', label: 'What the list shows' },
              { value: 'all', label: 'Everything' },
            ]}
          />
        ) : null}
      </div>
      <div className="min-h-40">
        {state.status === 'loading' && slow ? <Spinner label="Counting" showLabel /> : null}
        {state.status === 'error' ? <p className="text-ink2">{state.message}</p> : null}
        {state.status === 'ready' ? (
          <Groups by={by} statistics={state.statistics} onClose={onClose} />
        ) : null}
      </div>
    </Dialog>
  );
}

interface GroupsProps {
  by: GroupedBy;
  statistics: Statistics;
  onClose: () => void;
}

const COLUMNS: { column: Column; label: string }[] = [
  { column: 'name', label: 'Name' },
  { column: 'count', label: 'Deliveries' },
  { column: 'failureRate', label: 'Failed' },
  { column: 'medianMs', label: 'Median' },
  { column: 'p95Ms', label: '95 % within' },
];

function Groups({ by, statistics, onClose }: GroupsProps) {
  const endpoints = useApp((app) => app.endpoints);
  const [order, setOrder] = useState<Order>({ column: 'count', descending: true });
  const nameOf = (group: StatisticsGroup) => visibleText(groupName(group, by, endpoints));
  const groups = inOrder(statistics.items, order, nameOf);
  if (groups.length === 0) {
    return <EmptyState title="Nothing to count yet">No delivery is among these.</EmptyState>;
  }
  const sortBy = (column: Column) => {
    const descending = order.column === column ? !order.descending : column !== 'name';
    setOrder({ column, descending });
  };
  return (
    <>
      <table className="w-full table-fixed border-collapse">
        <thead>
          <tr className="border-line border-b text-ink3">
            {COLUMNS.map(({ column, label }) => (
              <Head
                key={column}
                label={label}
                wide={column === 'name'}
                sorted={order.column === column ? order : null}
                onSort={() => sortBy(column)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Row
              key={group.key ?? ''}
              group={group}
              name={nameOf(group)}
              by={by}
              onClose={onClose}
            />
          ))}
        </tbody>
      </table>
      {statistics.complete || statistics.since === null ? null : (
        <p className="pt-3 text-ink3">
          There are many deliveries: what came before {dateAndTime(statistics.since)} is not
          counted.
        </p>
      )}
    </>
  );
}

interface HeadProps {
  label: string;
  wide: boolean;
  sorted: Order | null;
  onSort: () => void;
}

function Head({ label, wide, sorted, onSort }: HeadProps) {
  const Arrow = sorted?.descending === true ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={sorted === null ? 'none' : sorted.descending ? 'descending' : 'ascending'}
      className={cx('py-1.5 font-medium', wide ? 'w-[40%] text-left' : 'text-right')}
    >
      <button
        type="button"
        onClick={onSort}
        className="inline-flex items-center gap-1 rounded px-1 hover:text-ink"
      >
        {label}
        <Arrow
          aria-hidden="true"
          className={cx('size-3', sorted === null && 'invisible', !wide && '-order-1')}
        />
      </button>
    </th>
  );
}

interface RowProps {
  group: StatisticsGroup;
  name: string;
  by: GroupedBy;
  onClose: () => void;
}

function Row({ group, name, by, onClose }: RowProps) {
  const { count: many, failures, failureRate, medianMs, p95Ms } = group;
  return (
    <tr className="border-line2 not-last:border-b hover:bg-hover">
      <th scope="row" className="truncate py-2 pl-1 text-left font-medium" title={name}>
        <GroupLink group={group} name={name} by={by} onClose={onClose} />
      </th>
      <td className="wire text-right">{count(many)}</td>
      <td className={cx('wire text-right', failures > 0 ? 'text-bad' : 'text-ink3')}>
        {percent(failureRate)}
        {failures > 0 ? <span className="text-ink3"> ({count(failures)})</span> : null}
      </td>
      <td className="wire text-right">{duration(medianMs)}</td>
      <td className="wire pr-1 text-right">{duration(p95Ms)}</td>
    </tr>
  );
}

/** Leads to the deliveries of a group, where something can be chosen that shows just them. */
function GroupLink({ group, name, by, onClose }: RowProps) {
  const view = useView();
  const known = useApp((app) => app.endpoints.some(({ id }) => id === group.key));
  const term = filterFor(group, by);
  const show = () => {
    if (term !== null) view.setQuery(withTerm(view.query, term));
    else view.setScope({ endpointId: group.key, only: null });
    onClose();
  };
  if (term === null && !known) return name;
  return (
    <button type="button" onClick={show} className="max-w-full truncate rounded hover:underline">
      {name}
    </button>
  );
}
