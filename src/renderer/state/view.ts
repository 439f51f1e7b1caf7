// What the person is looking at: scope, search text, selection, tab and the one open dialog. Nothing here comes from the host.

import { create } from 'zustand';
import type { Label } from '../../shared/labels.ts';

export type DetailTab = 'overview' | 'body' | 'headers' | 'signature' | 'timing' | 'attempts';

export const detailTabs: readonly DetailTab[] = [
  'overview',
  'body',
  'headers',
  'signature',
  'timing',
  'attempts',
];

export type Only = 'failed' | 'pinned' | null;

/** How an endpoint's dialog begins when it is opened for a reason. */
export interface EndpointStart {
  /** Chosen beforehand, such as the one that a delivery looks like. */
  provider?: string;
  /** What has the focus at first; the provider or the name unless given. */
  at?: 'provider' | 'secrets';
}

/** A message that can be compared with another: a request as it came, as it was sent on, or an answer. */
export interface CompareSide {
  kind: 'received' | 'sent' | 'response';
  deliveryId: string;
  /** Null for a request as it came. */
  attemptId: string | null;
}

export type Dialog =
  | { kind: 'none' }
  /** `endpointId` null makes a new one. */
  | ({ kind: 'endpoint'; endpointId: string | null } & EndpointStart)
  | { kind: 'settings' }
  | { kind: 'palette' }
  | { kind: 'help' }
  | { kind: 'forward'; deliveryId: string }
  | { kind: 'test-event'; endpointId: string }
  | { kind: 'statistics' }
  | { kind: 'compare'; left: CompareSide; right: CompareSide }
  | { kind: 'copy-as'; deliveryId: string }
  /** `ids` is empty for what the list shows. */
  | { kind: 'export'; ids: string[] }
  | { kind: 'import' }
  /** `label` is the one that all of them have. */
  | { kind: 'label'; ids: string[]; label: Label | null }
  | { kind: 'note'; ids: string[]; note: string }
  /** `id` null keeps a new one. */
  | { kind: 'save-filter'; filter: { id: string | null; name: string; query: string } }
  | { kind: 'confirm-destination'; url: string; onConfirmed: () => void }
  | { kind: 'confirm'; title: string; message: string; action: string; onConfirmed: () => void };

export interface ViewState {
  endpointId: string | null;
  only: Only;
  query: string;
  selectedId: string | null;
  tab: DetailTab;
  dialog: Dialog;
}

export interface ViewActions {
  open(dialog: Dialog): void;
  close(): void;
  select(id: string | null): void;
  setTab(tab: DetailTab): void;
  setQuery(query: string): void;
  /** Shows one endpoint, one saved filter, or (both null) everything. The search text stays. */
  setScope(scope: { endpointId: string | null; only: Only }): void;
}

const nothing: Dialog = { kind: 'none' };

export const useView = create<ViewState & ViewActions>()((set) => ({
  endpointId: null,
  only: null,
  query: '',
  selectedId: null,
  tab: 'overview',
  dialog: nothing,
  open: (dialog) => set({ dialog }),
  close: () => set({ dialog: nothing }),
  select: (selectedId) => set({ selectedId }),
  setTab: (tab) => set({ tab }),
  setQuery: (query) => set({ query }),
  setScope: ({ endpointId, only }) => set({ endpointId, only }),
}));
