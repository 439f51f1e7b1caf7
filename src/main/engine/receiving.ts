// From the socket to the store: the receiver, the intake behind it, and who hears of what is stored.

import { join } from 'node:path';
import type { Delivery } from '../../shared/model.ts';
import type { Core } from './core.ts';
import type { Doctor } from './doctor.ts';
import { createIntake, type IntakeOptions } from './intake/intake.ts';
import type { Pause } from './pause.ts';
import { type Receiver, startReceiver } from './receiver/receiver.ts';
import type { Retention } from './retention.ts';
import type { Probe } from './tunnel/probe.ts';

const DEFAULT_PORT = 4747;

export interface ReceivingOptions {
  dataDir: string;
  /** Null: the usual one, or any other where that is taken. */
  port: number | null;
  onAnswered: ((answered: () => Delivery) => void) | null;
}

type Parts = Pick<IntakeOptions, 'attempts' | 'handshakes' | 'keys'> & {
  doctor: Doctor;
  retention: Retention;
  probe: Probe;
  pause: Pause;
};

/** Rejects `port-taken` when the port that was given is. */
export async function startReceiving(
  { dataDir, port, onAnswered }: ReceivingOptions,
  core: Core,
  { doctor, retention, probe, pause, ...parts }: Parts,
): Promise<Receiver> {
  const { closers, settings, stats } = core;
  const intake = createIntake({
    ...core,
    ...parts,
    paused: () => pause.status().paused,
    onStored: () => {
      retention.noteStored();
      stats.touch();
    },
    onAnswered(answered, delivery) {
      onAnswered?.(answered);
      doctor.note(delivery);
    },
  });
  closers.push(intake.drained);
  const receiver = await startReceiver({
    port: port ?? DEFAULT_PORT,
    fixedPort: port !== null,
    bodyLimitBytes: () => settings.get().bodyLimitBytes,
    spoolDir: join(dataDir, 'bodies', 'incoming'),
    onCapture: intake.take,
    answerProbe: probe.matches,
    now: Date.now,
  });
  closers.push(receiver.close);
  // Whoever waits for an answer gets one before the receiver goes: at once, or a 502 to come again.
  closers.push(parts.attempts.close, intake.hurry);
  pause.setUrl(receiver.url);
  return receiver;
}
