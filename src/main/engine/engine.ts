// The composition root: makes the parts, wires them, starts and stops them. A host gives it what only
// a host knows.

import type { Agent } from 'node:https';
import { performance } from 'node:perf_hooks';
import type { Handlers } from '../../shared/contract.ts';
import type { Capabilities, Delivery, Notice, Snapshot, Verdict } from '../../shared/model.ts';
import { createHandlers } from './api.ts';
import { createAttempts } from './attempts.ts';
import { type Closers, newId, openBase } from './base.ts';
import { type Bus, createBus } from './bus.ts';
import type { Core } from './core.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import { createDoctor } from './doctor.ts';
import type { RunOverrides } from './endpoints/overrides.ts';
import type { SaveFile } from './exchange/exchange.ts';
import type { ExportFile } from './exchange/export.ts';
import type { ListPage } from './exchange/selection.ts';
import { startExchange } from './exchange/start.ts';
import { createFixes } from './fixes.ts';
import { createForwarder } from './forward/forward.ts';
import { createHandshakes } from './handshakes/handshakes.ts';
import { createPublishedKeys } from './keys/published-keys.ts';
import { later } from './later.ts';
import { createNotices } from './notices.ts';
import { createPause, type Pause } from './pause.ts';
import { followPublicOrigin } from './public-origin.ts';
import { startReceiving } from './receiving.ts';
import { createRemovals } from './removals.ts';
import { createReplay } from './replay.ts';
import { createRetention, type Retention } from './retention.ts';
import type { Cipher } from './secrets/vault.ts';
import { createSendTest } from './send-test.ts';
import type { SettingsPatch } from './settings.ts';
import { createProbe } from './tunnel/probe.ts';
import { publicUrlOf } from './tunnel/public-url.ts';
import type { Supervisor } from './tunnel/supervisor.ts';
import { type RunTunnel, startTunnel } from './tunneling.ts';
import { providerInfos } from './verify/index.ts';

export interface EngineOptions {
  host: Snapshot['host'];
  version: string;
  /** Made when it is not there, for its owner only. */
  dataDir: string;
  /** The bundled `store/reader-worker.ts`. */
  readerWorker: URL;
  /** Null: 4747, or the next free one. 0: any free one. */
  port: number | null;
  /** Null where there is no keychain. */
  cipher: Cipher | null;
  /** What the command line sets on the default endpoint. */
  overrides: RunOverrides;
  tunnel: RunTunnel;
  revealDataFolder: (() => Promise<boolean>) | null;
  /** What the desktop app can do here; not given elsewhere. */
  desktop?: Pick<Capabilities, 'startAtLogin' | 'tray'>;
  /** Asks where to, and writes a file there; absent where there is no file dialog. */
  saveFile?: SaveFile | undefined;
  /** For calls to providers that a handshake asks for; tests lead their names to their own servers. */
  providerAgent?: Agent;
  /** Hears of every delivery once it has its answer, or its sender is gone; it is made when asked for. */
  onAnswered: ((delivery: () => Delivery) => void) | null;
  /** Hears why a delivery was not verified, once that was found out; its id and its verdict. */
  onExplained?: ((id: string, verdict: Verdict) => void) | undefined;
}

export interface Engine {
  receiverUrl: string;
  bus: Bus;
  dispatch: Dispatch;
  /** The file behind a path that `deliveries.export` answered; null when there is none. */
  download(path: string): ExportFile | null;
  snapshot(): Snapshot;
  /** What the user has to know of: problems at start, and since. */
  notices(): Notice[];
  /** The public URL as soon as there is one; null when there is none within `waitMs`. */
  publicUrl(waitMs: number): Promise<string | null>;
  /** Ends what is under way and writes what is pending. Never rejects. */
  stop(): Promise<void>;
}

/**
 * Rejects `data-folder-in-use` when another Hookglass runs on the folder, and `port-taken` when an
 * explicitly given port is; nothing is left running then.
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  const closers: Closers = [];
  // In reverse: what was started last depends on what was started first.
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) {
      await Promise.resolve()
        .then(close)
        .catch(() => {});
    }
  };
  try {
    return await start(options, closers, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  options: EngineOptions,
  closers: Closers,
  stop: () => Promise<void>,
): Promise<Engine> {
  const core = await openCore(options, closers);
  const { bus, notices, settings, stats } = core;
  const closing = <T extends { close(): unknown }>(part: T): T => {
    closers.push(part.close);
    return part;
  };
  const retention = closing(
    createRetention({
      ...core,
      limits: () => settings.get().retention,
      onPruned: () => stats.touch(),
    }),
  );
  const attempts = createAttempts({ ...core, forwarder: closing(createForwarder(core)) });
  const handshakes = closing(createHandshakes(core));
  const onChanged = (id: string, verdict: Verdict) => {
    stats.touch();
    doctor.note({ id, verdict, handshake: null });
  };
  const keys = closing(createPublishedKeys({ ...core, onChanged }));
  const { onExplained = null } = options;
  const doctor = closing(createDoctor({ ...core, onExplained, keys: keys.find }));
  const probe = createProbe();
  const pause = createPause(bus);
  const parts = { retention, attempts, handshakes, keys, doctor, probe, pause };
  const receiver = await startReceiving(options, core, parts);
  const receiverPort = () => receiver.port;
  const tunnel = startTunnel(options.tunnel, core, probe, receiverPort);

  const removals = closing(createRemovals({ ...core, later, onChanged: stats.touch }));

  const list: ListPage = async (input) => handlers['deliveries.list'](input);
  const exchange = closing(startExchange(options, core, { keys, retention, list }));

  const handlers: Handlers = createHandlers({
    ...{ ...core, tunnel, handshakes, keys, doctor, removals, exchange, newId },
    now: Date.now,
    applyFix: createFixes({ ...core, doctor, keys: keys.find, onChanged: stats.touch }),
    replay: createReplay({ ...core, attempts }),
    sendTest: createSendTest({
      ...{ ...core, newId, receiverPort },
      now: Date.now,
      publicUrl: () => tunnel.status().publicUrl,
    }),
    getSettings: settings.get,
    updateSettings: (patch) => updateSettings(core, retention, patch),
    setPaused: pause.set,
    revealDataFolder: options.revealDataFolder,
  });
  return {
    receiverUrl: receiver.url,
    bus,
    dispatch: createDispatch(handlers, notices.addError),
    download: exchange.download,
    snapshot: () => snapshotOf(options, core, pause, tunnel),
    notices: notices.list,
    publicUrl: (waitMs) => publicUrlOf(tunnel, bus, waitMs),
    stop,
  };
}

async function openCore(options: EngineOptions, closers: Closers): Promise<Core> {
  const bus = createBus();
  const notices = createNotices(bus);
  return {
    ...(await openBase(options, bus, notices, closers)),
    ...{ bus, notices, closers, agent: options.providerAgent },
    publicOrigin: followPublicOrigin(bus),
    now: () => new Date(),
    monotonic: () => performance.now(),
    onError: notices.addError,
  };
}

function snapshotOf(
  { version, host, dataDir, revealDataFolder, desktop }: EngineOptions,
  { endpoints, filters, settings, stats, notices }: Core,
  pause: Pause,
  tunnel: Supervisor,
): Snapshot {
  return {
    version,
    host,
    capabilities: {
      revealDataFolder: revealDataFolder !== null,
      startAtLogin: desktop?.startAtLogin ?? false,
      tray: desktop?.tray ?? false,
    },
    dataDir,
    receiver: pause.status(),
    tunnel: tunnel.status(),
    endpoints: endpoints.list(),
    providers: providerInfos(),
    settings: settings.get(),
    filters: filters.list(),
    stats: stats.current(),
    notices: notices.list(),
  };
}

function updateSettings({ settings, bus }: Core, retention: Retention, patch: SettingsPatch) {
  const changed = settings.update(patch);
  bus.publish({ type: 'settings.changed', settings: changed });
  if (patch.retention) retention.enforce();
  return changed;
}
