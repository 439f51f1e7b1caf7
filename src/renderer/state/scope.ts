// Which deliveries a list is about.

import type { DeliverySummary } from '../../shared/model.ts';
import type { Only } from './view.ts';

export interface Scope {
  endpointId: string | null;
  only: Only;
}

export const everything: Scope = { endpointId: null, only: null };

/** Whether a delivery belongs to the scope. */
export function inScope(scope: Scope, delivery: DeliverySummary): boolean {
  if (scope.endpointId !== null && delivery.endpointId !== scope.endpointId) return false;
  if (scope.only === 'failed') return delivery.verdict.status === 'failed';
  if (scope.only === 'pinned') return delivery.pinned;
  return true;
}

/** The scope as the input of `deliveries.list`. */
export function scopeInput(scope: Scope): { endpointId?: string; only?: 'failed' | 'pinned' } {
  return {
    ...(scope.endpointId === null ? {} : { endpointId: scope.endpointId }),
    ...(scope.only === null ? {} : { only: scope.only }),
  };
}

export function sameScope(a: Scope, b: Scope): boolean {
  return a.endpointId === b.endpointId && a.only === b.only;
}
