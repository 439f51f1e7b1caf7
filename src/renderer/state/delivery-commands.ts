// Commands for the selected delivery, or for all the chosen ones.

import { LABELS } from '../../shared/labels.ts';
import { openForward, replay, togglePin } from './actions.ts';
import { applyFix, suggestedFix } from './apply-fix.ts';
import type { Command } from './command.ts';
import { canCompare, compareChosen } from './compare.ts';
import { copyCurl, openCopyAs } from './copy-as.ts';
import { openExport } from './exchange.ts';
import {
  chooseLabel,
  chooseLabelOfMarked,
  labelMarked,
  noteOnMarked,
  noteOnSelected,
  setLabel,
} from './labelling.ts';
import { replayMarked, togglePinMarked } from './marked-actions.ts';
import { useMarks } from './marks.ts';
import { removeDelivery, removeMarked } from './removing.ts';
import { canCompareWithEarlier, canGoInGroup, compareWithEarlier, goInGroup } from './repeats.ts';
import { detailTabs, useView } from './view.ts';

const selected = () => useView.getState().selectedId;
const hasSelection = () => selected() !== null;
const hasMarks = () => useMarks.getState().rows.size > 0;
const oneSelected = () => hasSelection() && !hasMarks();

function withSelected(run: (id: string) => unknown): () => void {
  return () => {
    const id = selected();
    if (id !== null) void run(id);
  };
}

/** With several chosen deliveries, what is done with all of them. */
function orMarked(one: () => void, many: () => unknown): () => void {
  return () => void (hasMarks() ? many() : one());
}

const TAB_LABELS = ['overview', 'body', 'headers', 'signature', 'timing', 'attempts'];

export const deliveryCommands: readonly Command[] = [
  {
    keys: ['r'],
    label: 'Replay',
    run: orMarked(
      withSelected((id) => replay(id)),
      replayMarked,
    ),
  },
  {
    keys: ['f'],
    label: 'Forward to…',
    enabled: oneSelected,
    run: withSelected(openForward),
  },
  { keys: ['c'], label: 'Copy as cURL', enabled: oneSelected, run: withSelected(copyCurl) },
  { keys: ['y'], label: 'Copy as…', enabled: oneSelected, run: withSelected(openCopyAs) },
  {
    keys: ['x'],
    label: 'Export…',
    run: orMarked(
      withSelected((id) => openExport([id])),
      openExport,
    ),
  },
  { keys: ['p'], label: 'Pin or unpin', run: orMarked(withSelected(togglePin), togglePinMarked) },
  { keys: ['d'], label: 'Compare', enabled: canCompare, run: compareChosen },
  {
    keys: ['b'],
    label: 'Compare with the delivery before',
    enabled: () => oneSelected() && canCompareWithEarlier(),
    run: compareWithEarlier,
  },
  {
    keys: [','],
    label: 'Earlier delivery of the same message',
    enabled: () => oneSelected() && canGoInGroup(-1),
    run: () => goInGroup(-1),
  },
  {
    keys: ['.'],
    label: 'Later delivery of the same message',
    enabled: () => oneSelected() && canGoInGroup(1),
    run: () => goInGroup(1),
  },
  {
    keys: ['Delete', 'Backspace'],
    label: 'Delete',
    run: orMarked(withSelected(removeDelivery), removeMarked),
  },
  {
    keys: [],
    label: 'Do what the diagnosis suggests',
    enabled: () => oneSelected() && suggestedFix() !== null,
    run: withSelected((id) => {
      const finding = suggestedFix();
      if (finding !== null) void applyFix(id, finding);
    }),
  },
  {
    keys: ['n'],
    label: 'Write a note',
    run: orMarked(withSelected(noteOnSelected), noteOnMarked),
  },
  {
    keys: ['l'],
    label: 'Label…',
    run: orMarked(withSelected(chooseLabel), chooseLabelOfMarked),
  },
  ...LABELS.map((label) => ({
    keys: [],
    label: `Label ${label}`,
    run: orMarked(
      withSelected((id) => setLabel([id], label)),
      () => labelMarked(label),
    ),
  })),
  {
    keys: [],
    label: 'Take the label away',
    run: orMarked(
      withSelected((id) => setLabel([id], null)),
      () => labelMarked(null),
    ),
  },
  ...detailTabs.map((tab, index) => ({
    keys: [String(index + 1)],
    label: `Show the ${TAB_LABELS[index]}`,
    enabled: oneSelected,
    run: () => useView.getState().setTab(tab),
  })),
].map((command) => ({ enabled: hasSelection, ...command, group: 'Delivery' }));
