// The right-hand pane while several deliveries are chosen: what they are, and what can be done with all.

import { Columns2, FileDown, Pin, PinOff, RotateCcw, StickyNote, Tag, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { LABELS } from '../../../shared/labels.ts';
import type { DeliverySummary, VerdictStatus } from '../../../shared/model.ts';
import { Button } from '../../components/Button.tsx';
import { Chip } from '../../components/Chip.tsx';
import { LabelSign, labelName } from '../../components/LabelSign.tsx';
import { Menu, type MenuItem } from '../../components/Menu.tsx';
import { cx } from '../../lib/cx.ts';
import { bytes, count, counted, dateAndTime } from '../../lib/format.ts';
import type { Sign, Tone } from '../../lib/verdict.ts';
import { useApp } from '../../state/app.ts';
import { compareChosen } from '../../state/compare.ts';
import { openExport } from '../../state/exchange.ts';
import { labelMarked, noteOnMarked } from '../../state/labelling.ts';
import { replayMarked, togglePinMarked } from '../../state/marked-actions.ts';
import { MAX_MARKED } from '../../state/marked-rows.ts';
import { clearMarks, markedRows, useMarks } from '../../state/marks.ts';
import { removeMarked } from '../../state/removing.ts';
import { choiceSentence, type Share, shares, verdictShares } from './choice-words.ts';

const LOOKS: Record<VerdictStatus, { tone: Tone; sign: Sign }> = {
  verified: { tone: 'ok', sign: '✓' },
  failed: { tone: 'bad', sign: '✕' },
  unsigned: { tone: 'mute', sign: '○' },
  unchecked: { tone: 'mute', sign: '○' },
};

export function ChoicePane() {
  const chosen = useMarks(({ rows }) => rows);
  const rows = useMemo(() => markedRows({ rows: chosen }), [chosen]);
  const capped = useMarks((marks) => marks.capped);
  return (
    <section
      aria-label="Chosen deliveries"
      className="flex h-full min-w-0 flex-col gap-4 overflow-y-auto bg-panel p-[18px]"
    >
      <header>
        <div className="flex items-center justify-between gap-2">
          <h2 className="text-ink text-xl">{counted(rows.length, 'delivery', 'deliveries')}</h2>
          <Button size="sm" variant="ghost" kbd="Esc" onClick={clearMarks}>
            Let go
          </Button>
        </div>
        <p role="status" className="sr-only">
          {`${counted(rows.length, 'delivery', 'deliveries')}: ${choiceSentence(rows)}`}
        </p>
        <p className="mt-0.5 text-ink2">{capped ? cappedWords : spanWords(rows)}</p>
      </header>
      <Actions rows={rows} />
      <div className="flex flex-wrap gap-1.5">
        {verdictShares(rows).map(({ status, name, count: many }) => (
          <Chip key={status} {...LOOKS[status]} word={`${count(many)} ${name}`} />
        ))}
      </div>
      <EventTypes rows={rows} />
      <Endpoints rows={rows} />
    </section>
  );
}

const cappedWords = `The newest ${count(MAX_MARKED)} of the list. More cannot be chosen at once.`;

function spanWords(rows: readonly DeliverySummary[]): string {
  const size = bytes(rows.reduce((sum, { bodySize }) => sum + bodySize, 0));
  const [newest] = rows;
  const oldest = rows.at(-1);
  if (newest === undefined || oldest === undefined) return size;
  const from = dateAndTime(oldest.receivedAt).slice(0, -4);
  const to = dateAndTime(newest.receivedAt).slice(0, -4);
  const end = to.slice(0, 10) === from.slice(0, 10) ? to.slice(11) : to;
  return to === from ? `${from}, ${size} in all` : `${from} to ${end}, ${size} in all`;
}

function Actions({ rows }: { rows: readonly DeliverySummary[] }) {
  const pinned = rows.every((row) => row.pinned);
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        variant="primary"
        kbd="R"
        icon={<RotateCcw aria-hidden="true" />}
        onClick={() => void replayMarked()}
      >
        Replay {count(rows.length)}
      </Button>
      <Button
        kbd="P"
        icon={pinned ? <PinOff aria-hidden="true" /> : <Pin aria-hidden="true" />}
        onClick={() => void togglePinMarked()}
      >
        {pinned ? 'Unpin' : 'Pin'}
      </Button>
      <Menu
        align="start"
        trigger={<Button icon={<Tag aria-hidden="true" />}>Label</Button>}
        items={labelItems}
      />
      {rows.length === 2 ? (
        <Button kbd="D" icon={<Columns2 aria-hidden="true" />} onClick={compareChosen}>
          Compare
        </Button>
      ) : null}
      <Button icon={<StickyNote aria-hidden="true" />} onClick={noteOnMarked}>
        Note
      </Button>
      <Button icon={<FileDown aria-hidden="true" />} onClick={() => openExport()}>
        Export
      </Button>
      <Button
        variant="danger"
        kbd="Del"
        icon={<Trash2 aria-hidden="true" />}
        onClick={removeMarked}
      >
        Delete
      </Button>
    </div>
  );
}

const labelItems: MenuItem[] = [
  ...LABELS.map((label) => ({
    label: labelName(label),
    icon: <LabelSign label={label} />,
    onSelect: () => void labelMarked(label),
  })),
  { kind: 'separator' },
  { label: 'No label', onSelect: () => void labelMarked(null) },
];

function EventTypes({ rows }: { rows: readonly DeliverySummary[] }) {
  const types = shares(
    rows.map(({ eventType }) => eventType),
    NO_TYPE,
  );
  return <Shares title="Event types" shares={types} total={rows.length} wire />;
}

function Endpoints({ rows }: { rows: readonly DeliverySummary[] }) {
  const endpoints = useApp((app) => app.endpoints);
  const names = new Map(endpoints.map(({ id, name }) => [id, name]));
  const found = shares(
    rows.map(({ endpointId }) => names.get(endpointId) ?? null),
    'an endpoint that is gone',
  );
  return <Shares title="Endpoints" shares={found} total={rows.length} />;
}

const NO_TYPE = 'no event type';
const MOST = 8;

interface SharesProps {
  title: string;
  shares: readonly Share[];
  total: number;
  /** The names came over the wire. */
  wire?: boolean;
}

function Shares({ title, shares: all, total, wire = false }: SharesProps) {
  const more = all.length - MOST;
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-semibold text-ink2 text-sm">{title}</h3>
      <ul className="flex flex-col">
        {all.slice(0, MOST).map(({ name, count: many }) => (
          <li key={name} className="flex h-7 items-center gap-3 border-line2 border-b">
            <span
              title={name}
              className={cx('min-w-0 flex-1 truncate', wire && name !== NO_TYPE && 'wire')}
            >
              {name}
            </span>
            <span
              aria-hidden="true"
              className="h-1.5 w-16 flex-none overflow-hidden rounded-full bg-line2"
            >
              <span
                className="block h-full rounded-full bg-wave1"
                style={{ width: `${(100 * many) / total}%` }}
              />
            </span>
            <span className="w-12 flex-none text-right text-ink2">{count(many)}</span>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className="text-ink3 text-sm">and {count(more)} more</p> : null}
    </section>
  );
}
