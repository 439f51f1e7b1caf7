// A secret the endpoint already has: only its label and its last four characters are known here.

import { assertNever } from '../../../shared/assert-never.ts';
import type { SecretInfo } from '../../../shared/model.ts';
import type { SecretRow } from './endpoint-form.ts';
import type { FieldState } from './field-state.ts';
import { SecretRowFrame } from './SecretRowFrame.tsx';

export interface KeptSecretProps {
  row: SecretRow & { kind: 'kept' };
  number: number;
  fields: FieldState;
}

export function KeptSecret({ row, number, fields }: KeptSecretProps) {
  const { lastFour, source } = row.info;
  const words = sourceWords(source);
  return (
    <SecretRowFrame
      row={row}
      number={number}
      fields={fields}
      below={words === null ? undefined : <p className="text-sm text-warn">{words}</p>}
    >
      <p className="wire flex h-8 items-center rounded-control border border-line bg-bg px-2.5 text-ink2">
        <span aria-hidden="true">{'\u2022'.repeat(12)}</span>
        <span className="sr-only">
          {lastFour === '' ? 'Too short to show a part of' : 'Ends in '}
        </span>
        {lastFour}
      </p>
    </SecretRowFrame>
  );
}

function sourceWords(source: SecretInfo['source']): string | null {
  switch (source) {
    case 'stored':
      return null;
    case 'environment':
      return 'Given when Hookglass was started, for this run only. Paste it here to keep it.';
    case 'locked':
      return 'Stored by a keychain that cannot be opened here, so nothing can be checked with it. Open the desktop app, or paste it again.';
    default:
      return assertNever(source);
  }
}
