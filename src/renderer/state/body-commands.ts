// What one does with the body on the screen.

import { askBody, canAsk } from '../viewers/ask.ts';
import type { Command } from './command.ts';
import { useView } from './view.ts';

const hasSelection = () => useView.getState().selectedId !== null;

/** In the body that is on the screen, or else in the one of the request. */
function findInBody(): void {
  if (!canAsk('find')) useView.getState().setTab('body');
  askBody('find', true);
}

export const bodyCommands: Command[] = [
  {
    keys: ['mod+f'],
    label: 'Find in the body',
    group: 'Delivery',
    enabled: hasSelection,
    run: findInBody,
  },
  {
    keys: [],
    label: 'Copy the value at hand',
    group: 'Delivery',
    enabled: () => canAsk('copy-value'),
    run: () => askBody('copy-value'),
  },
  {
    keys: [],
    label: 'Copy the path of the value at hand',
    group: 'Delivery',
    enabled: () => canAsk('copy-path'),
    run: () => askBody('copy-path'),
  },
];
