// What takes a form apart piece by piece.

import type { Form } from '../body.ts';

export interface FormReader {
  /** What is needed of the piece later is copied. */
  push(piece: Buffer): void;
  end(): Form;
}
