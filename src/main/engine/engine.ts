// The composition root: makes the parts, wires them, starts and stops them. A host gives it what only
// a host knows.

import type { Agent } from 'node:https';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Delivery, ReceiverStatus, Snapshot, TunnelKind } from '../../shared/model.ts';
import { createHandlers } from './api.ts';
import { type Attempts, createAttempts } from './attempts.ts';
import { type Base, type Closers, newId, openBase } from './base.ts';
import { type Bus, createBus } from './bus.ts';
import { createDispatch, type Dispatch } from './dispatch.ts';
import { createDoctor, type Doctor } from './doctor.ts';
import type { RunOverrides } from './endpoints/overrides.ts';
import { createForwarder } from './forward/forward.ts';
import { createHandshakes, type Handshakes } from './handshakes/handshakes.ts';
import { createIntake } from './intake/intake.ts';
import { createPublishedKeys, type PublishedKeys } from './keys/published-keys.ts';
import { createNotices, type Notices } from './notices.ts';
import { followPublicOrigin, type PublicOrigin } from './public-origin.ts';
import { type Receiver, startReceiver } from './receiver/receiver.ts';
import { createReplay } from './replay.ts';
import { createRetention, type Retention } from './retention.ts';
import type { Cipher } from './secrets/vault.ts';
import { createSendTest } from './send-test.ts';
import type { SettingsPatch } from './settings.ts';
import { createTunnelClient } from './tunnel/kinds.ts';
import { createProbe, type Probe } from './tunnel/probe.ts';
import { publicUrlOf } from './tunnel/public-url.ts';
import { createSupervisor, type Supervisor } from './tunnel/supervisor.ts';
import { providerInfos } from './verify/index.ts';

/** What this run wants of the tunnel; null: as the settings say. */
export interface RunTunnel {
  kind: TunnelKind | null;
  host: string | null;
  subdomain: string | null;
  /** Null: only when the user chose so in an earlier run. */
  start: boolean | null;
}

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
  /** For calls to providers that a handshake asks for; tests lead their names to their own servers. */
  providerAgent?: Agent;
  /** Hears of every delivery once it has its answer, or its sender is gone; it is made when asked for. */
  onAnswered: ((delivery: () => Delivery) => void) | null;
}

export interface Engine {
  receiverUrl: string;
  bus: Bus;
  dispatch: Dispatch;
  snapshot(): Snapshot;
  /** The public URL as soon as there is one; null when there is none within `waitMs`. */
  publicUrl(waitMs: number): Promise<string | null>;
  /** Ends what is under way and writes what is pending. Never rejects. */
  stop(): Promise<void>;
}

const DEFAULT_PORT = 4747;

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
  const bus = createBus();
  const notices = createNotices(bus);
  const base = await openBase(options, bus, notices, closers);
  const retention = startRetention(base, notices, closers);
  const attempts = startAttempts(base, bus, notices, closers);
  const probe = createProbe();
  const pause = createPause(bus);
  const publicOrigin = followPublicOrigin(bus);
  const handshakes = startHandshakes(options, base, bus, notices, closers);
  const keys = startKeys(options, base, bus, publicOrigin, notices, closers);
  const doctor = startDoctor(base, keys, bus, publicOrigin, notices, closers);
  const receiver = await receive(
    options,
    {
      base,
      bus,
      notices,
      retention,
      attempts,
      handshakes,
      keys,
      doctor,
      probe,
      pause,
      publicOrigin,
    },
    closers,
  );
  pause.setUrl(receiver.url);
  const tunnel = startTunnel(options, base, bus, probe, receiver, closers);

  const handlers = createHandlers({
    ...base,
    bus,
    tunnel,
    handshakes,
    keys,
    doctor,
    replay: createReplay({ ...base, attempts, bus }),
    sendTest: createSendTest({
      ...base,
      receiverPort: () => receiver.port,
      publicUrl: () => tunnel.status().publicUrl,
      now: Date.now,
      newId,
    }),
    now: Date.now,
    newId,
    getSettings: base.settings.get,
    updateSettings: (patch) => updateSettings(base, bus, retention, patch),
    setPaused: pause.set,
    revealDataFolder: options.revealDataFolder,
  });
  return {
    receiverUrl: receiver.url,
    bus,
    dispatch: createDispatch(handlers, notices.addError),
    snapshot: () => ({
      version: options.version,
      host: options.host,
      capabilities: { revealDataFolder: options.revealDataFolder !== null },
      dataDir: options.dataDir,
      receiver: pause.status(),
      tunnel: tunnel.status(),
      endpoints: base.endpoints.list(),
      providers: providerInfos(),
      settings: base.settings.get(),
      stats: base.stats.current(),
      notices: notices.list(),
    }),
    publicUrl: (waitMs) => publicUrlOf(tunnel, bus, waitMs),
    stop,
  };
}

function startRetention({ store, settings, stats }: Base, notices: Notices, closers: Closers) {
  const retention = createRetention({
    store,
    limits: () => settings.get().retention,
    onPruned: () => stats.touch(),
    onError: notices.addError,
  });
  closers.push(retention.close);
  return retention;
}

function startAttempts(
  { store, destinations }: Base,
  bus: Bus,
  notices: Notices,
  closers: Closers,
) {
  const forwarder = createForwarder({ monotonic: () => performance.now() });
  closers.push(forwarder.close);
  const attempts = createAttempts({
    store,
    bus,
    forwarder,
    destinations,
    now: () => new Date(),
    onError: notices.addError,
  });
  return attempts;
}

function startHandshakes(
  { providerAgent: agent }: EngineOptions,
  { store, endpoints }: Base,
  bus: Bus,
  notices: Notices,
  closers: Closers,
) {
  const handshakes = createHandshakes({
    ...{ store, endpoints, bus, notices, agent },
    now: () => new Date(),
    monotonic: () => performance.now(),
  });
  closers.push(handshakes.close);
  return handshakes;
}

function startKeys(
  { providerAgent: agent }: EngineOptions,
  { store, endpoints, stats }: Base,
  bus: Bus,
  publicOrigin: PublicOrigin,
  notices: Notices,
  closers: Closers,
): PublishedKeys {
  const keys = createPublishedKeys({
    ...{ store, endpoints, bus, publicOrigin, agent },
    monotonic: () => performance.now(),
    onChanged: stats.touch,
    onError: notices.addError,
  });
  closers.push(keys.close);
  return keys;
}

function startDoctor(
  { store, endpoints }: Base,
  keys: PublishedKeys,
  bus: Bus,
  publicOrigin: PublicOrigin,
  notices: Notices,
  closers: Closers,
): Doctor {
  const doctor = createDoctor({
    ...{ store, endpoints, bus, publicOrigin, keys: keys.find },
    monotonic: () => performance.now(),
    onError: notices.addError,
  });
  closers.push(doctor.close);
  return doctor;
}

interface ReceiveParts {
  base: Base;
  bus: Bus;
  notices: Notices;
  retention: Retention;
  attempts: Attempts;
  handshakes: Handshakes;
  keys: PublishedKeys;
  doctor: Doctor;
  probe: Probe;
  pause: Pause;
  publicOrigin: PublicOrigin;
}

async function receive(
  options: EngineOptions,
  {
    base,
    bus,
    notices,
    retention,
    attempts,
    handshakes,
    keys,
    doctor,
    probe,
    pause,
    publicOrigin,
  }: ReceiveParts,
  closers: Closers,
): Promise<Receiver> {
  const intake = createIntake({
    store: base.store,
    endpoints: base.endpoints,
    attempts,
    handshakes,
    keys,
    bus,
    paused: () => pause.status().paused,
    publicOrigin,
    monotonic: () => performance.now(),
    onStored: (delivery) => {
      doctor.note(delivery);
      retention.noteStored();
      base.stats.touch();
    },
    onAnswered: options.onAnswered,
    onError: notices.addError,
  });
  closers.push(intake.drained);
  const receiver = await startReceiver({
    port: options.port ?? DEFAULT_PORT,
    fixedPort: options.port !== null,
    bodyLimitBytes: () => base.settings.get().bodyLimitBytes,
    spoolDir: join(options.dataDir, 'bodies', 'incoming'),
    onCapture: intake.take,
    answerProbe: probe.matches,
    now: Date.now,
  });
  closers.push(receiver.close);
  // Whoever waits for an answer gets one before the receiver goes: at once, or a 502 to come again.
  closers.push(attempts.close, intake.hurry);
  return receiver;
}

const TUNNEL_MEMORY_KEY = 'tunnel';

function startTunnel(
  { tunnel: wanted }: EngineOptions,
  { store, settings }: Base,
  bus: Bus,
  probe: Probe,
  receiver: Receiver,
  closers: Closers,
): Supervisor {
  const tunnel = createSupervisor({
    client: createTunnelClient,
    port: () => receiver.port,
    probe,
    loadState: () => JSON.parse(store.settings.all().get(TUNNEL_MEMORY_KEY) ?? 'null'),
    saveState: (state) => store.settings.put(TUNNEL_MEMORY_KEY, JSON.stringify(state)),
    onChange: (status) => bus.publish({ type: 'tunnel.changed', status }),
  });
  closers.push(() => tunnel.close());
  const stored = settings.get().tunnel;
  if (wanted.start ?? stored.startWithApp === true) {
    tunnel.start({
      kind: wanted.kind ?? stored.kind,
      host: wanted.host ?? stored.host,
      subdomain: wanted.subdomain ?? stored.subdomain,
    });
  }
  return tunnel;
}

function updateSettings(base: Base, bus: Bus, retention: Retention, patch: SettingsPatch) {
  const settings = base.settings.update(patch);
  bus.publish({ type: 'settings.changed', settings });
  if (patch.retention) retention.enforce();
  return settings;
}

interface Pause {
  setUrl(url: string): void;
  set(paused: boolean): ReceiverStatus;
  status(): ReceiverStatus;
}

/** Not remembered: an app that starts paused would look broken. */
function createPause(bus: Bus): Pause {
  let status: ReceiverStatus = { url: '', paused: false };
  return {
    setUrl(url) {
      status = { ...status, url };
    },
    set(paused) {
      status = { ...status, paused };
      bus.publish({ type: 'receiver.changed', receiver: status });
      return status;
    },
    status: () => status,
  };
}
