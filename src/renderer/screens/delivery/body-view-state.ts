// How bodies are shown, kept from one delivery to the next: who reads hex goes on reading hex.

import { create } from 'zustand';
import { type BodyViewState, initialBodyView } from '../../viewers/BodyView.tsx';

interface State {
  view: BodyViewState;
  setView(view: BodyViewState): void;
}

export const useBodyView = create<State>()((set) => ({
  view: initialBodyView,
  setView: (view) => set({ view }),
}));
