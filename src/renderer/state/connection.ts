// Whether the interface can talk to its host, and why not when it cannot.

import { create } from 'zustand';

/**
 * `connecting`: nothing heard yet. `lost`: was there, is being tried again. `refused`: the host is
 * there but does not take us; trying again would not help.
 */
export type ConnectionStatus = 'connecting' | 'open' | 'lost' | 'refused';

export interface ConnectionState {
  status: ConnectionStatus;
  /** Why, in words; null while `connecting` or `open`. */
  lastError: string | null;
}

export const useConnection = create<ConnectionState>()(() => ({
  status: 'connecting',
  lastError: null,
}));
