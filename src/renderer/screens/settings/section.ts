// Which part of the settings is shown: remembered while the app runs, and set by the palette.

import { create } from 'zustand';
import type { Snapshot } from '../../../shared/model.ts';

const sections = [
  { value: 'appearance', label: 'Appearance' },
  { value: 'notifications', label: 'Notifications' },
  { value: 'window', label: 'Window' },
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

/** The parts that there are: a browser's window is the browser's. */
export function sectionsOf(host: Snapshot['host']): (typeof sections)[number][] {
  return sections.filter(({ value }) => value !== 'window' || host === 'electron');
}
