// Commands for endpoints, and for Hookglass as a whole.

import {
  copyPublicUrl,
  endpointAtHand,
  openTestEvent,
  sendTest,
  setPaused,
  setTheme,
  startTunnel,
  stopTunnel,
  testEndpointId,
} from './actions.ts';
import { useApp } from './app.ts';
import type { Command } from './command.ts';
import { useView } from './view.ts';

const tunnelState = () => useApp.getState().tunnel.state;

export const endpointCommands: readonly Command[] = [
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

export const appCommands: readonly Command[] = [
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
