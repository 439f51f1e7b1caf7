// Every command with its keys, in one table: the keyboard, the help and the palette are made from it.

import { isMac, type KeyPress, keyLabel, matchesKey } from '../lib/keyboard.ts';
import {
  clearAll,
  copyCurl,
  copyPublicUrl,
  endpointAtHand,
  markRead,
  openForward,
  openTestEvent,
  removeDelivery,
  replay,
  sendTest,
  setPaused,
  setTheme,
  startTunnel,
  stopTunnel,
  testEndpointId,
  togglePin,
} from './actions.ts';
import { useApp } from './app.ts';
import { moveSelection, selectIndex } from './selection.ts';
import { rowCount, useStream } from './stream.ts';
import { detailTabs, useView } from './view.ts';

export type CommandGroup = 'List' | 'Delivery' | 'Endpoints' | 'Hookglass';

export interface Command {
  /** Names of keys as {@link matchesKey} takes them; none for what only the palette offers. */
  keys: string[];
  label: string;
  group: CommandGroup;
  run(): void;
  /** Whether it makes sense now; without it, it always does. */
  enabled?(): boolean;
  /** Moves about: left out of the palette, and left to whatever has the focus outside the list. */
  moves?: boolean;
}

const PAGE_ROWS = 10;

const selected = () => useView.getState().selectedId;
const hasSelection = () => selected() !== null;
const tunnelState = () => useApp.getState().tunnel.state;

function withSelected(run: (id: string) => unknown): () => void {
  return () => {
    const id = selected();
    if (id !== null) void run(id);
  };
}

/** Takes back one thing at a time: the search, then the selection. */
function stepBack(): void {
  const view = useView.getState();
  if (view.query !== '') view.setQuery('');
  else view.select(null);
}

function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('[data-search-field]');
  field?.focus();
  field?.select();
}

const list: Command[] = [
  { keys: ['j', 'ArrowDown'], label: 'Next delivery', run: () => void moveSelection(1) },
  { keys: ['k', 'ArrowUp'], label: 'Previous delivery', run: () => void moveSelection(-1) },
  { keys: ['PageDown'], label: 'Ten further', run: () => void moveSelection(PAGE_ROWS) },
  { keys: ['PageUp'], label: 'Ten back', run: () => void moveSelection(-PAGE_ROWS) },
  { keys: ['Home'], label: 'Newest delivery', run: () => void selectIndex(0) },
  {
    keys: ['End'],
    label: 'Oldest delivery',
    run: () => void selectIndex(rowCount(useStream.getState()) - 1),
  },
].map((command) => ({ ...command, group: 'List', moves: true }));

const listCommands: Command[] = [
  { keys: ['/'], label: 'Search', group: 'List', run: focusSearch },
  {
    keys: ['g'],
    label: 'Go to the newest',
    group: 'List',
    run: () => useStream.getState().reveal(),
  },
  {
    keys: ['Escape'],
    label: 'Clear the search, or close the delivery',
    group: 'List',
    moves: true,
    run: stepBack,
  },
  {
    keys: [],
    label: 'Show all deliveries',
    group: 'List',
    run: () => useView.getState().setScope({ endpointId: null, only: null }),
  },
  {
    keys: [],
    label: 'Show failed signatures',
    group: 'List',
    run: () => useView.getState().setScope({ endpointId: null, only: 'failed' }),
  },
  {
    keys: [],
    label: 'Show pinned deliveries',
    group: 'List',
    run: () => useView.getState().setScope({ endpointId: null, only: 'pinned' }),
  },
  { keys: [], label: 'Mark everything as read', group: 'List', run: () => void markRead(null) },
  { keys: [], label: 'Clear all deliveries', group: 'List', run: () => clearAll() },
];

const TAB_LABELS = ['overview', 'body', 'headers', 'signature', 'timing', 'attempts'];

const delivery: Command[] = [
  { keys: ['r'], label: 'Replay', run: withSelected((id) => replay(id)) },
  { keys: ['f'], label: 'Forward to…', run: withSelected(openForward) },
  { keys: ['c'], label: 'Copy as cURL', run: withSelected(copyCurl) },
  { keys: ['p'], label: 'Pin or unpin', run: withSelected(togglePin) },
  { keys: ['Delete', 'Backspace'], label: 'Delete', run: withSelected(removeDelivery) },
  ...detailTabs.map((tab, index) => ({
    keys: [String(index + 1)],
    label: `Show the ${TAB_LABELS[index]}`,
    run: () => useView.getState().setTab(tab),
  })),
].map((command) => ({ ...command, group: 'Delivery', enabled: hasSelection }));

const endpoints: Command[] = [
  {
    keys: ['t'],
    label: 'Send a test event',
    group: 'Endpoints',
    run: () => {
      const id = testEndpointId();
      if (id !== null) void sendTest(id);
    },
  },
  {
    keys: ['s'],
    label: 'Choose and edit a test event',
    group: 'Endpoints',
    run: () => openTestEvent(),
  },
  {
    keys: ['e'],
    label: 'Endpoint settings',
    group: 'Endpoints',
    run: () => useView.getState().open({ kind: 'endpoint', endpointId: endpointAtHand() }),
  },
  {
    keys: [],
    label: 'New endpoint',
    group: 'Endpoints',
    run: () => useView.getState().open({ kind: 'endpoint', endpointId: null }),
  },
];

const app: Command[] = [
  {
    keys: ['mod+k'],
    label: 'Commands',
    group: 'Hookglass',
    run: () => useView.getState().open({ kind: 'palette' }),
  },
  {
    keys: ['?'],
    label: 'Keys',
    group: 'Hookglass',
    run: () => useView.getState().open({ kind: 'help' }),
  },
  {
    keys: ['mod+,'],
    label: 'Settings',
    group: 'Hookglass',
    run: () => useView.getState().open({ kind: 'settings' }),
  },
  {
    keys: [],
    label: 'Copy the public URL',
    group: 'Hookglass',
    enabled: () => useApp.getState().tunnel.publicUrl !== null,
    run: () => void copyPublicUrl(),
  },
  {
    keys: [],
    label: 'Get a public URL',
    group: 'Hookglass',
    enabled: () => tunnelState() === 'off' || tunnelState() === 'failed',
    run: () => void startTunnel(),
  },
  {
    keys: [],
    label: 'Give up the public URL',
    group: 'Hookglass',
    enabled: () => tunnelState() !== 'off',
    run: () => void stopTunnel(),
  },
  {
    keys: [],
    label: 'Pause receiving',
    group: 'Hookglass',
    enabled: () => !useApp.getState().receiver.paused,
    run: () => void setPaused(true),
  },
  {
    keys: [],
    label: 'Resume receiving',
    group: 'Hookglass',
    enabled: () => useApp.getState().receiver.paused,
    run: () => void setPaused(false),
  },
  { keys: [], label: 'Use the light theme', group: 'Hookglass', run: () => void setTheme('light') },
  { keys: [], label: 'Use the dark theme', group: 'Hookglass', run: () => void setTheme('dark') },
  {
    keys: [],
    label: "Use the system's theme",
    group: 'Hookglass',
    run: () => void setTheme('system'),
  },
];

/** All commands, in the order in which help and palette show them. */
export const commands: readonly Command[] = [
  ...delivery,
  ...list,
  ...listCommands,
  ...endpoints,
  ...app,
];

/** The keys of a command as they are written: `['J', '↓']`. */
export function keyLabels(command: Command): string[] {
  return command.keys.map((key) => keyLabel(key, isMac));
}

/** Where a key was pressed. */
export interface KeyPlace {
  dialogOpen: boolean;
  /** In a field that takes text. */
  typing: boolean;
  /** In a menu or another widget with keys of its own. */
  inWidget: boolean;
  /** In the list, or nowhere in particular: keys that move may move the selection. */
  inList: boolean;
}

/** The command that a key press means at its place; null when the press belongs to something else. */
export function commandFor(press: KeyPress, place: KeyPlace): Command | null {
  if (place.dialogOpen || place.inWidget) return null;
  const command = commands.find(({ keys }) => keys.some((key) => matchesKey(key, press)));
  if (command === undefined || command.enabled?.() === false) return null;
  const withMod = command.keys.some((key) => key.startsWith('mod+'));
  if (place.typing && !withMod) return null;
  // Letters are free everywhere; arrows and the like scroll and choose outside the list.
  const named = press.key.length > 1 && press.key !== 'Escape';
  return named && command.moves === true && !place.inList ? null : command;
}

const TYPING = 'input, textarea, select, [contenteditable=""], [contenteditable="true"]';
const WIDGET = '[role="menu"], [role="dialog"], [role="alertdialog"], [role="combobox"]';

/** Runs the command of a key press. A listener for `keydown` on the document. */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  const target = event.target instanceof Element ? event.target : document.body;
  const command = commandFor(event, {
    dialogOpen: useView.getState().dialog.kind !== 'none',
    typing: target.closest(TYPING) !== null,
    inWidget: target.closest(WIDGET) !== null,
    inList: target === document.body || target.closest('[data-stream]') !== null,
  });
  if (command === null) return;
  event.preventDefault();
  command.run();
}
