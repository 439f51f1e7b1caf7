// The verdict on a delivery's signature, as a chip.

import { verdictWords } from '../lib/verdict.ts';
import { Chip } from './Chip.tsx';

export type VerdictChipProps = Parameters<typeof verdictWords>[0];

export function VerdictChip(delivery: VerdictChipProps) {
  const { tone, sign, word, sentence } = verdictWords(delivery);
  return <Chip tone={tone} sign={sign} word={word} title={sentence} />;
}
