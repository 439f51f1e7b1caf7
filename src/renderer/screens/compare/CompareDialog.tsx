// Two messages side by side: their first lines, their headers and their bodies.

import { ArrowLeftRight } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useMemo, useRef } from 'react';
import { Chip } from '../../components/Chip.tsx';
import { CopyButton } from '../../components/CopyButton.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { IconButton } from '../../components/IconButton.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { Select } from '../../components/Select.tsx';
import { Spinner } from '../../components/Spinner.tsx';
import { useDelayed } from '../../components/use-delayed.ts';
import { counted } from '../../lib/format.ts';
import { reportError } from '../../state/actions.ts';
import { type CompareSide, useView } from '../../state/view.ts';
import { visibleText } from '../../viewers/invisible-characters.ts';
import { ViewerBoundary } from '../../viewers/ViewerBoundary.tsx';
import { BodyCompare } from './BodyCompare.tsx';
import { differencesText } from './differences-text.ts';
import { HeaderRows } from './HeaderRows.tsx';
import { differs, diffHeaders } from './header-diff.ts';
import { keyOf, type LoadedSide } from './side.ts';
import { type BodyText, BodyTextContext } from './use-body-text.ts';
import { type SideState, useSide } from './use-side.ts';
import { type Step, StepContext } from './use-steps.ts';

export interface CompareDialogProps {
  left: CompareSide;
  right: CompareSide;
  onClose: () => void;
}

export function CompareDialog({ left, right, onClose }: CompareDialogProps) {
  const open = useView((view) => view.open);
  const a = useSide(left);
  const b = useSide(right);
  const step = useRef<Step>(null);
  const bodyText = useRef<BodyText>(null);
  const show = (next: { left: CompareSide; right: CompareSide }) =>
    open({ kind: 'compare', ...next });
  return (
    <Dialog
      open
      onClose={onClose}
      title="Compare"
      size="full"
      onKeyDown={(event) => {
        if (!isPlain(event)) return;
        if (event.key === 'n') step.current?.(1);
        if (event.key === 'p') step.current?.(-1);
      }}
      footer={
        <>
          <p className="flex-1 text-ink3">
            <Kbd>N</Kbd> and <Kbd>P</Kbd> lead to the next and the previous difference of the
            bodies.
          </p>
          {a.status === 'ready' && b.status === 'ready' ? (
            <CopyButton
              size="md"
              label="Copy the differences as text"
              text={() => textOf(a.side, b.side, bodyText.current)}
              onError={reportError}
            >
              Copy the differences
            </CopyButton>
          ) : null}
        </>
      }
    >
      <div
        // Nothing here is to be done at once: the focus waits at the top.
        tabIndex={-1}
        data-first-focus
        className="grid grid-cols-[minmax(0,1fr)_auto_minmax(0,1fr)] items-start gap-x-3 focus:outline-none"
      >
        <SideHead
          label="Left"
          state={a}
          side={left}
          onSide={(side) => show({ left: side, right })}
        />
        <IconButton
          label="Swap sides"
          icon={<ArrowLeftRight aria-hidden="true" />}
          onClick={() => show({ left: right, right: left })}
        />
        <SideHead
          label="Right"
          state={b}
          side={right}
          onSide={(side) => show({ left, right: side })}
        />
      </div>
      <StepContext value={step}>
        <BodyTextContext value={bodyText}>
          <Both left={a} right={b} />
        </BodyTextContext>
      </StepContext>
    </Dialog>
  );
}

function textOf(left: LoadedSide, right: LoadedSide, body: BodyText): string {
  return differencesText({
    left: { title: `${left.title}, ${left.at}, ${left.what}`, line: left.message.line },
    right: { title: `${right.title}, ${right.at}, ${right.what}`, line: right.message.line },
    headers: diffHeaders(left.message.headers, right.message.headers),
    body: body?.() ?? null,
  });
}

/** No shortcut of the browser's, and nothing that is chosen by its letters. */
function isPlain({ ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  const choosing = target instanceof Element && target.closest('[role="listbox"]') !== null;
  return !ctrlKey && !metaKey && !altKey && !choosing;
}

interface SideHeadProps {
  label: string;
  state: SideState;
  side: CompareSide;
  onSide: (side: CompareSide) => void;
}

function SideHead({ label, state, side, onSide }: SideHeadProps) {
  const loaded = state.status === 'ready' ? state.side : null;
  return (
    <section aria-label={label} className="flex min-h-[62px] min-w-0 flex-col gap-1.5">
      <p className="flex min-w-0 items-baseline gap-2">
        <span className="min-w-0 truncate font-semibold">
          {loaded === null ? '' : visibleText(loaded.title)}
        </span>
        <span className="flex-none text-ink3">{loaded?.at}</span>
      </p>
      {loaded === null ? null : (
        <Select
          label={`What of it, ${label.toLowerCase()}`}
          value={keyOf(side)}
          onValue={(key) => {
            const choice = loaded.choices.find((each) => keyOf(each.side) === key);
            if (choice !== undefined) onSide(choice.side);
          }}
          options={loaded.choices.map((choice) => ({
            value: keyOf(choice.side),
            label: choice.label,
          }))}
        />
      )}
    </section>
  );
}

function Both({ left, right }: { left: SideState; right: SideState }) {
  const slow = useDelayed(left.status === 'loading' || right.status === 'loading');
  for (const side of [left, right]) {
    if (side.status === 'error') {
      return <EmptyState title="One of them cannot be shown">{side.message}</EmptyState>;
    }
  }
  if (left.status !== 'ready' || right.status !== 'ready') {
    return <div className="p-4">{slow ? <Spinner label="Loading both" showLabel /> : null}</div>;
  }
  return <Compared left={left.side} right={right.side} />;
}

function Compared({ left, right }: { left: LoadedSide; right: LoadedSide }) {
  const { message: a } = left;
  const { message: b } = right;
  const headers = useMemo(() => diffHeaders(a.headers, b.headers), [a, b]);
  const different = headers.filter(differs).length;
  return (
    <div className="mt-3 flex flex-col gap-4">
      <Part title="First line" word={a.line === b.line ? null : 'differs'}>
        <div className="grid grid-cols-2 overflow-hidden rounded-card border border-line">
          <Line text={a.line} tone={a.line === b.line ? '' : 'bg-badbg'} />
          <Line
            text={b.line}
            tone={`border-line2 border-l ${a.line === b.line ? '' : 'bg-okbg'}`}
          />
        </div>
      </Part>
      <Part
        title="Headers"
        word={different === 0 ? null : counted(different, 'difference', 'differences')}
      >
        <HeaderRows rows={headers} />
      </Part>
      <Part title="Body" word={null}>
        <ViewerBoundary
          key={`${left.key} ${right.key}`}
          fallback={(message) => <p className="text-ink3">They cannot be compared: {message}</p>}
        >
          <BodyCompare left={a} right={b} />
        </ViewerBoundary>
      </Part>
    </div>
  );
}

interface PartProps {
  title: string;
  /** What differs, in a word or two; null: see below. */
  word: string | null;
  children: ReactNode;
}

function Part({ title, word, children }: PartProps) {
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <h3 className="flex items-center gap-2 font-semibold">
        {title}
        {word === null ? null : <Chip tone="warn" word={word} />}
      </h3>
      {children}
    </section>
  );
}

function Line({ text, tone }: { text: string; tone: string }) {
  return <p className={`wire wrap-anywhere px-3 py-2 ${tone}`}>{visibleText(text)}</p>;
}
