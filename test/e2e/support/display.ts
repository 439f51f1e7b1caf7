// A display for windows that nobody needs to see: Xvfb on Linux, the real one elsewhere.

import { spawn } from 'node:child_process';
import { atEndOfFile } from './at-end.ts';
import { readLines } from './lines.ts';

let started: Promise<Record<string, string>> | undefined;

/** The environment that puts windows on this test file's display. Started once, ended with the file. */
export function displayEnvironment(): Promise<Record<string, string>> {
  started ??= process.platform === 'linux' ? startXvfb() : Promise.resolve({});
  return started;
}

async function startXvfb(): Promise<Record<string, string>> {
  // With -displayfd it picks a free number itself, and tells it when it takes connections.
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'];
  const xvfb = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const missing = new Promise<null>((resolve) => xvfb.on('error', () => resolve(null)));
  atEndOfFile(() => xvfb.kill());
  const pipe = xvfb.stdio[3] as NodeJS.ReadableStream as import('node:stream').Readable;
  const number = await Promise.race([
    readLines(pipe).find((line) => line.trim() || undefined),
    missing,
  ]);
  if (number !== null) return { DISPLAY: `:${number}`, WAYLAND_DISPLAY: '' };
  if (process.env.DISPLAY) return { DISPLAY: process.env.DISPLAY };
  throw new Error('These tests need Xvfb, or a display.');
}
