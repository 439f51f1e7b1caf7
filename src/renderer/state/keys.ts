// Every command with its keys, in one table: the keyboard, the help and the palette are made from it.

import { isMac, type KeyPress, keyLabel, matchesKey } from '../lib/keyboard.ts';
import { appCommands, endpointCommands } from './app-commands.ts';
import { bodyCommands } from './body-commands.ts';
import type { Command } from './command.ts';
import { deliveryCommands } from './delivery-commands.ts';
import { listCommands } from './list-commands.ts';
import { useView } from './view.ts';

/** All commands, in the order in which help and palette show them. */
export const commands: readonly Command[] = [
  ...deliveryCommands,
  ...bodyCommands,
  ...listCommands,
  ...endpointCommands,
  ...appCommands,
];

/** The keys of a command as they are written: `['J', '↓']`. */
export function keyLabels({ keys }: Pick<Command, 'keys'>): string[] {
  return keys.map((key) => keyLabel(key, isMac));
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
  if (place.typing && (!withMod || command.not !== undefined)) return null;
  if (command.not === 'outside-list' && !place.inList) return null;
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
