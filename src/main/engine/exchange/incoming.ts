// A delivery on its way in from a file: what every format gives, and what only our own knows.

import type { HeaderList } from '../../../shared/headers.ts';
import type { ImportFormat } from '../../../shared/model.ts';
import type { Body } from '../body.ts';
import type { ReadDelivery } from './archive-schema.ts';

export interface Incoming {
  method: string;
  target: string;
  httpVersion: string;
  headers: HeaderList;
  /** A file among the bodies that are being received, when it is large. */
  body: Body;
  /** ms since the epoch; null where the format does not tell. */
  receivedAt: number | null;
  /** What Hookglass itself knew of it; null from other formats. */
  known: { delivery: ReadDelivery; answers: Buffer[] } | null;
}

/** A file that was looked at, far enough to know what it is. */
export interface IncomingFile {
  format: ImportFormat;
  /** Read on only while they are taken: rejects with `bad-input` where the file is wrong. */
  deliveries: AsyncGenerator<Incoming>;
}
