// The way to the engine: picks the channel, keeps it connected, and exports the typed `call`.

import type { CallInput, CallName, CallResults } from '../shared/contract.ts';
import { CallError, type Client, type ClientListeners, connect } from '../shared/rpc.ts';
import { createIpcChannel, type PreloadBridge } from './ipc-channel.ts';
import { openWsChannel } from './ws-channel.ts';

export type HostStatus =
  | { status: 'connecting' }
  | { status: 'open' }
  | { status: 'lost'; reason: string }
  | { status: 'refused'; reason: string };

export interface HostListeners extends ClientListeners {
  onStatus(status: HostStatus): void;
}

declare global {
  interface Window {
    /** Put there by the preload script; absent in a browser. */
    hookglass?: PreloadBridge;
  }
}

const TOKEN_KEY = 'hookglass.token';
const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 5000;

const NO_TOKEN =
  'This page was opened without its key. Open the address that Hookglass printed when it started.';
const OLD_TOKEN =
  'This page belongs to an earlier run of Hookglass. Open the address that it printed when it was last started.';
const GONE =
  'Hookglass is not answering. It may have been stopped; this page reconnects by itself.';

let client: Client | null = null;

/** Asks the host. Rejects with a {@link CallError}: `closed` while there is no connection. */
export function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallResults[N]> {
  if (client === null) {
    const message = 'There is no connection to Hookglass right now.';
    return Promise.reject(new CallError({ code: 'closed', message }));
  }
  return client.call(name, input);
}

/** Connects to the host and stays connected until the page goes. Call it once. */
export function openHost(listeners: HostListeners): void {
  const bridge = window.hookglass;
  if (bridge !== undefined) {
    client = connect(createIpcChannel(bridge), openedBySnapshot(listeners));
    return;
  }
  const token = takeToken();
  if (token === null) {
    listeners.onStatus({ status: 'refused', reason: NO_TOKEN });
    return;
  }
  keepConnected(token, listeners);
}

/** The first snapshot is the proof that the host took us. */
function openedBySnapshot(listeners: HostListeners): ClientListeners {
  return {
    onSnapshot(snapshot) {
      listeners.onStatus({ status: 'open' });
      listeners.onSnapshot(snapshot);
    },
    onEvents: (events) => listeners.onEvents(events),
  };
}

function keepConnected(token: string, listeners: HostListeners): void {
  let retryMs = FIRST_RETRY_MS;
  const open = () => {
    let wasOpen = false;
    const channel = openWsChannel(`ws://${location.host}/ws`, token);
    const notify = openedBySnapshot(listeners);
    client = connect(channel, {
      ...notify,
      onSnapshot(snapshot) {
        wasOpen = true;
        retryMs = FIRST_RETRY_MS;
        notify.onSnapshot(snapshot);
      },
    });
    channel.onClose(() => {
      client = null;
      void (async () => {
        if (!wasOpen && (await isRefused(token))) {
          listeners.onStatus({ status: 'refused', reason: OLD_TOKEN });
          return;
        }
        listeners.onStatus({ status: 'lost', reason: GONE });
        setTimeout(open, retryMs);
        retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
      })();
    });
  };
  open();
}

/** A closed WebSocket does not say whether the token was refused; a plain request does. */
async function isRefused(token: string): Promise<boolean> {
  try {
    const answer = await fetch('/api/tunnel.status', {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: '{}',
    });
    return answer.status === 401 || answer.status === 403;
  } catch {
    return false;
  }
}

/** Moves the token from the address into this tab's storage, so that it is neither seen nor bookmarked. */
function takeToken(): string | null {
  const given = new URLSearchParams(location.hash.slice(1)).get('token');
  if (given !== null && given !== '') {
    sessionStorage.setItem(TOKEN_KEY, given);
    history.replaceState(null, '', location.pathname + location.search);
  }
  return sessionStorage.getItem(TOKEN_KEY);
}
