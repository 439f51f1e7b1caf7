// The figures of all deliveries, or of those that a filter leaves, by endpoint or by event type.

import { useEffect, useState } from 'react';
import type { Statistics } from '../../../shared/finding.ts';
import { call } from '../../host.ts';
import { scopeInput } from '../../state/scope.ts';
import { useView } from '../../state/view.ts';
import type { GroupedBy } from './statistics-words.ts';

export type StatisticsState =
  | { status: 'loading' }
  | { status: 'ready'; statistics: Statistics }
  | { status: 'error'; message: string };

const LOADING: StatisticsState = { status: 'loading' };

/** Of what the list shows when it is opened; not followed, so that nothing moves while one reads. */
export function useStatistics(by: GroupedBy, filtered: boolean): StatisticsState {
  const [loaded, setLoaded] = useState<{ key: string; state: StatisticsState } | null>(null);
  const key = `${by} ${filtered}`;
  useEffect(() => {
    let left = false;
    const done = (state: StatisticsState) => {
      if (!left) setLoaded({ key, state });
    };
    const { endpointId, only, query } = useView.getState();
    const chosen = filtered
      ? { ...scopeInput({ endpointId, only }), ...(query.trim() === '' ? {} : { query }) }
      : {};
    call('deliveries.statistics', { ...chosen, by }).then(
      (statistics) => done({ status: 'ready', statistics }),
      (error: unknown) =>
        done({ status: 'error', message: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      left = true;
    };
  }, [by, filtered, key]);
  return loaded?.key === key ? loaded.state : LOADING;
}
