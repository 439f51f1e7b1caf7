// Which part of the settings is shown: remembered while the app runs, and set by the palette.

import { create } from 'zustand';

export const sections = [
  { value: 'appearance', label: 'Appearance' },
  { value: 'public-url', label: 'Public URL' },
  { value: 'storage', label: 'Storage' },
  { value: 'receiver', label: 'Receiver' },
  { value: 'about', label: 'About' },
] as const;

export type Section = (typeof sections)[number]['value'];

export const useSection = create<{ section: Section; show(section: Section): void }>()((set) => ({
  section: 'appearance',
  show: (section) => set({ section }),
}));
