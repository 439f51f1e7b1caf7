// Keeps one tunnel alive: opens it, checks it through its public URL, opens it again when it is
// lost, and says in words what is going on. What follows what is in tunnel-state.ts.

import type { TunnelKind, TunnelStatus } from '../../../shared/model.ts';
import { type Backoff, createBackoff } from './backoff.ts';
import { watchClockJumps } from './clock-jump.ts';
import { inSeconds } from './network-words.ts';
import { openTunnel } from './open-tunnel.ts';
import type { Probe } from './probe.ts';
import { checkPublicUrl, type PublicCheck } from './public-check.ts';
import { createStatusBoard, type StatusBoard, type StatusBoardOptions } from './status-board.ts';
import { SUPERVISOR_TIMINGS, type SupervisorTimings } from './timings.ts';
import type { OpenTunnel, OpenTunnelResult, RunningTunnelKind, TunnelClient } from './tunnel.ts';
import { nextState, type TunnelEvent } from './tunnel-state.ts';

/** How often another name than the one we had is declined before it is accepted. */
const NAME_TRIES = 3;

export interface SupervisorOptions extends Omit<StatusBoardOptions, 'now'> {
  client: (kind: RunningTunnelKind, host: () => string) => TunnelClient;
  /** The receiver's port on 127.0.0.1. */
  port: () => number;
  /** The receiver must answer what `probe.matches`. */
  probe: Probe;
  /** Wall clock, in ms since the epoch. */
  clock?: { now(): number };
  /** A number in [0, 1). */
  random?: () => number;
  timings?: Partial<SupervisorTimings>;
}

export interface StartOptions {
  /** `none` stops what runs. */
  kind: TunnelKind;
  /** The tunnel server's URL. */
  host: string;
  /** The name to ask for; null asks for the one this server gave last. */
  subdomain: string | null;
}

export interface Supervisor {
  /** Goes online, or tries again at once; other options than before open another tunnel. */
  start(options: StartOptions): TunnelStatus;
  stop(): TunnelStatus;
  status(): TunnelStatus;
  /** Checks the public URL now, or tries now what is being waited for; answers the outcome. */
  probeNow(): Promise<TunnelStatus>;
  /** Stops for good, without another word to `onChange`. */
  close(): void;
}

export function createSupervisor(options: SupervisorOptions): Supervisor {
  return new TunnelSupervisor(options);
}

class TunnelSupervisor implements Supervisor {
  readonly #options: SupervisorOptions;
  readonly #timings: SupervisorTimings;
  readonly #now: () => number;
  readonly #board: StatusBoard;
  #wanted: (StartOptions & { client: TunnelClient }) | null = null;
  #tunnel: OpenTunnel | null = null;
  /** The one thing that is under way: a registration or a check. */
  #running: AbortController | null = null;
  /** The one thing that is waited for: the next try or the next check. */
  #timer: NodeJS.Timeout | null = null;
  #unwatchClock: () => void = () => {};
  /** Grows until the public URL is seen to lead here. */
  readonly #backoff: Backoff;
  #namesDeclined = 0;
  /** Why the last try failed, as a clause. */
  #failure: string | null = null;
  /** What is to be said while all is well: that the name is not the one asked for. */
  #note: string | null = null;
  #closed = false;

  constructor(options: SupervisorOptions) {
    const { clock = Date, random = Math.random } = options;
    this.#options = options;
    this.#timings = { ...SUPERVISOR_TIMINGS, ...options.timings };
    const { backoffBaseMs: baseMs, backoffMaxMs: maxMs } = this.#timings;
    this.#backoff = createBackoff({ baseMs, maxMs, random });
    this.#now = () => clock.now();
    this.#board = createStatusBoard({ ...options, now: this.#now });
  }

  start({ kind, host, subdomain }: StartOptions): TunnelStatus {
    if (this.#closed || kind === 'none') return this.stop();
    const { state } = this.status();
    if (state !== 'off' && state !== 'failed' && this.#isWanted({ kind, host, subdomain })) {
      this.#tryNow();
      return this.status();
    }
    if (state !== 'off') this.stop();
    const client = this.#options.client(kind, () => host);
    this.#wanted = { kind, host, subdomain, client };
    this.#unwatchClock = watchClockJumps({
      now: this.#now,
      tickMs: this.#timings.clockTickMs,
      jumpMs: this.#timings.clockJumpMs,
      onJump: () => void this.probeNow(),
    });
    this.#board.clear(kind);
    this.#board.move('start', null);
    this.#register();
    return this.status();
  }

  stop(): TunnelStatus {
    this.#end();
    this.#board.clear('none');
    this.#board.move('stop', null);
    return this.status();
  }

  status(): TunnelStatus {
    return this.#board.status();
  }

  async probeNow(): Promise<TunnelStatus> {
    if (this.#tunnel !== null) await this.#probe(this.#tunnel);
    else this.#tryNow();
    return this.status();
  }

  close(): void {
    this.#closed = true;
    this.#board.mute();
    this.stop();
  }

  #isWanted({ kind, host, subdomain }: StartOptions): boolean {
    const wanted = this.#wanted;
    return wanted?.kind === kind && wanted.host === host && wanted.subdomain === subdomain;
  }

  /** Ends the wait for the next try, if there is one. */
  #tryNow(): void {
    if (this.#board.state() === 'reconnecting' && this.#running === null) this.#register();
  }

  /** Leaves nothing open, under way or waited for, and nothing to come back to. */
  #end(): void {
    this.#dropTunnel();
    this.#unwatchClock();
    this.#wanted = null;
    this.#backoff.reset();
    this.#namesDeclined = 0;
    this.#failure = null;
    this.#note = null;
  }

  #dropTunnel(): void {
    this.#interrupt();
    this.#tunnel?.close();
    if (this.#tunnel !== null) this.#board.save();
    this.#tunnel = null;
  }

  /** Ends what is under way and what is waited for. */
  #interrupt(): void {
    this.#running?.abort();
    this.#running = null;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Runs one asynchronous step. Once it was interrupted its result goes to `dropped` instead. */
  async #run<T>(
    step: (signal: AbortSignal) => Promise<T>,
    then: (result: T) => void,
    dropped: (result: T) => void = () => {},
  ): Promise<void> {
    this.#interrupt();
    const running = new AbortController();
    this.#running = running;
    const result = await step(running.signal);
    if (this.#running !== running) {
      dropped(result);
      return;
    }
    this.#running = null;
    then(result);
  }

  #wait(ms: number, then: () => void): void {
    this.#timer = setTimeout(then, ms);
    this.#timer.unref();
  }

  #register(): void {
    const wanted = this.#wanted;
    if (wanted === null) return;
    const name = this.#nameToAskFor(wanted);
    const port = this.#options.port();
    void this.#run(
      (signal) => openTunnel(wanted.client, { port, subdomain: name, signal }),
      (result) => this.#onOpenResult(wanted, name, result),
      (result) => result.outcome === 'open' && result.tunnel.close(),
    );
    if (this.#failure !== null) this.#board.trying(`${this.#failure}; trying again now.`);
  }

  /** The name in use comes first: senders know it, even where it is not the one that was wanted. */
  #nameToAskFor({ host, subdomain }: StartOptions): string | null {
    const last = this.#board.lastName(host);
    return this.status().publicUrl === null ? (subdomain ?? last) : last;
  }

  #onOpenResult(wanted: StartOptions, name: string | null, result: OpenTunnelResult): void {
    if (result.outcome === 'failed') {
      if (result.final) this.#giveUp(wanted.kind, result.reason);
      else this.#retry('open-failed', result.reason, { answered: result.nameTaken ?? false });
      return;
    }
    const { tunnel } = result;
    const wasOurs = name !== null && name === this.#board.lastName(wanted.host);
    if (wasOurs && tunnel.subdomain !== name && this.#namesDeclined < NAME_TRIES) {
      // Probably held by our own last connection, which the server has not seen ending yet. A few
      // seconds are a small price for the URL that is pasted into somebody's dashboard.
      this.#namesDeclined++;
      tunnel.close();
      this.#retry('open-failed', stillTaken(name), { atLeastMs: this.#timings.nameHeldMs });
    } else {
      this.#accept(wanted, name, tunnel);
    }
  }

  #giveUp(kind: TunnelKind, reason: string): void {
    this.#end();
    this.#board.clear(kind);
    this.#board.move('open-refused', `${reason}.`);
  }

  #accept({ host }: StartOptions, name: string | null, tunnel: OpenTunnel): void {
    const { publicUrl: url, subdomain } = tunnel;
    this.#tunnel = tunnel;
    this.#namesDeclined = 0;
    this.#failure = null;
    if (name !== null && subdomain !== name) this.#note = takenNote(name, tunnel);
    this.#board.opened({ host, subdomain, url }, this.#note);
    tunnel.onLost((reason) => {
      if (this.#tunnel !== tunnel) return;
      this.#dropTunnel();
      this.#retry('lost', reason);
    });
    // Whoever was told may have stopped it already.
    if (this.#tunnel === tunnel) void this.#probe(tunnel);
  }

  #probe(tunnel: OpenTunnel): Promise<void> {
    const { publicUrl } = tunnel;
    const { probe } = this.#options;
    const { probeTimeoutMs: timeoutMs } = this.#timings;
    return this.#run(
      (signal) => checkPublicUrl({ publicUrl, probe, timeoutMs, signal }),
      (check) => this.#onChecked(tunnel, check),
    );
  }

  #onChecked(tunnel: OpenTunnel, check: PublicCheck): void {
    const { probeEveryMs, probeAgainMs, nameHeldMs } = this.#timings;
    if (check.outcome === 'reached') {
      this.#backoff.reset();
      this.#wait(probeEveryMs, () => void this.#probe(tunnel));
      this.#board.reached(this.#note);
      return;
    }
    const event = check.outcome === 'failed' ? 'probe-failed' : 'probe-blocked';
    if (nextState(this.#board.state(), event) === 'reconnecting') {
      this.#dropTunnel();
      this.#retry(event, check.reason, { atLeastMs: nameHeldMs });
      return;
    }
    // Asking a server that shows its own page again and again would change nothing.
    const delayMs = check.outcome === 'blocked' ? probeEveryMs : probeAgainMs;
    this.#wait(delayMs, () => void this.#probe(tunnel));
    this.#board.move(event, `${check.reason}; checking again in ${inSeconds(delayMs)}.`);
  }

  /** `answered`: the server answered the last registration, so this is no outage. */
  #retry(
    event: TunnelEvent,
    reason: string,
    { atLeastMs = 0, answered = true }: { atLeastMs?: number; answered?: boolean } = {},
  ): void {
    const delayMs = Math.max(atLeastMs, this.#backoff.next(answered));
    this.#failure = reason;
    this.#wait(delayMs, () => this.#register());
    this.#board.wait(event, `${reason}; trying again in ${inSeconds(delayMs)}.`, delayMs);
  }
}

function stillTaken(name: string): string {
  return `The tunnel server says that the name "${name}" is taken, perhaps still by the last connection`;
}

function takenNote(name: string, { subdomain, publicUrl }: OpenTunnel): string {
  const given = subdomain === null ? publicUrl : `"${subdomain}"`;
  return `The name "${name}" is taken, so the tunnel server gave ${given} instead. Use the new URL, or choose another name.`;
}
