// Doing what the doctor suggests for a delivery: the engine sets it and judges the delivery again.

import { toast } from 'sonner';
import type { Finding } from '../../shared/model.ts';
import { call } from '../host.ts';
import { suggestionDone } from '../lib/suggestion-words.ts';
import { reportError } from './actions.ts';
import { useDetail } from './detail.ts';
import { useView } from './view.ts';

/** The first of the findings that suggests something, of the delivery that is open. */
export function suggestedFix(): Finding | null {
  const { delivery } = useDetail.getState();
  if (delivery === null || delivery.id !== useView.getState().selectedId) return null;
  return delivery.verdict.findings.find(({ suggestion }) => suggestion !== undefined) ?? null;
}

/** Resolves when it is done, or was told that it could not be. */
export async function applyFix(id: string, { cause, suggestion }: Finding): Promise<void> {
  if (suggestion === undefined) return;
  try {
    const { verdict, endpointId } = await call('deliveries.applyFix', { id, cause });
    const holds = verdict.status === 'verified';
    const description = holds
      ? 'By it this delivery is genuine.'
      : 'Something else is wrong with this delivery, too.';
    const onClick = () => useView.getState().open({ kind: 'endpoint', endpointId });
    const action = { label: 'Show the settings', onClick };
    toast.success(suggestionDone(suggestion), { description, action });
  } catch (error) {
    reportError(error);
  }
}
