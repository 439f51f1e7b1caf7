// Commands for endpoints, and for Hookglass as a whole.

import {
  changeSettings,
  copyPublicUrl,
  endpointAtHand,
  openTestEvent,
  sendTest,
  setPaused,
  startTunnel,
  stopTunnel,
  testEndpointId,
} from './actions.ts';
import { useApp } from './app.ts';
import type { Command } from './command.ts';
import { openExport, openImport } from './exchange.ts';
import { useView } from './view.ts';

const isDesktop = () => useApp.getState().host === 'electron';
const onTop = () => useApp.getState().settings.window.alwaysOnTop;
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
  { keys: ['i'], label: 'Import…', group: 'Hookglass', run: openImport },
  { keys: [], label: 'Export deliveries', group: 'Hookglass', run: () => openExport() },
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
  {
    keys: [],
    label: 'Use the light theme',
    group: 'Hookglass',
    run: () => void changeSettings({ theme: 'light' }),
  },
  {
    keys: [],
    label: 'Use the dark theme',
    group: 'Hookglass',
    run: () => void changeSettings({ theme: 'dark' }),
  },
  {
    keys: [],
    label: "Use the system's theme",
    group: 'Hookglass',
    run: () => void changeSettings({ theme: 'system' }),
  },
  {
    keys: [],
    label: 'Show comfortable rows',
    group: 'Hookglass',
    enabled: () => useApp.getState().settings.density === 'compact',
    run: () => void changeSettings({ density: 'comfortable' }),
  },
  {
    keys: [],
    label: 'Show compact rows',
    group: 'Hookglass',
    enabled: () => useApp.getState().settings.density === 'comfortable',
    run: () => void changeSettings({ density: 'compact' }),
  },
  {
    keys: [],
    label: 'Keep the window on top',
    group: 'Hookglass',
    enabled: () => isDesktop() && !onTop(),
    run: () => void changeSettings({ window: { alwaysOnTop: true } }),
  },
  {
    keys: [],
    label: 'Let other windows cover this one',
    group: 'Hookglass',
    enabled: () => isDesktop() && onTop(),
    run: () => void changeSettings({ window: { alwaysOnTop: false } }),
  },
];
