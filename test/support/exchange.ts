// Taking out of a test engine and bringing into one, as an interface would.

import { buffer } from 'node:stream/consumers';
import type { CallInput, ImportResult } from '../../src/shared/contract.ts';
import type { TestEngine } from './engine.ts';

type Engine = Pick<TestEngine, 'call' | 'download'>;

/** The whole file of an export. */
export async function exported(
  engine: Engine,
  input: CallInput<'deliveries.export'>,
): Promise<Buffer> {
  const result = await engine.call('deliveries.export', input);
  if (result.kind !== 'download') throw new Error(`It was ${result.kind}.`);
  return buffer(engine.download(result.path)!.open());
}

/** Hands a file over in pieces of `pieceBytes` and brings it in. */
export async function imported(
  engine: Pick<Engine, 'call'>,
  file: Buffer | string,
  { pieceBytes = 1024 * 1024, endpointId = null as string | null } = {},
): Promise<ImportResult> {
  const bytes = Buffer.from(file as Buffer);
  const { id } = await engine.call('imports.begin', { size: bytes.length });
  for (let at = 0; at < bytes.length; at += pieceBytes) {
    const base64 = bytes.subarray(at, at + pieceBytes).toString('base64');
    await engine.call('imports.append', { id, base64 });
  }
  return engine.call('imports.finish', { id, endpointId });
}
