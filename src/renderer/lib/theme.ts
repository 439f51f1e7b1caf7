// Light or dark: what was chosen, or what the system says, set on the document and remembered for the next start.

import type { Theme } from '../../shared/model.ts';

const KEY = 'hookglass.theme';
const DARK = '(prefers-color-scheme: dark)';

/** The theme of the last run, so that the first frame has the right colours. */
export function rememberedTheme(): Theme {
  const value = localStorage.getItem(KEY);
  return value === 'light' || value === 'dark' ? value : 'system';
}

/** Sets the theme and follows the system while that is chosen. The answer stops following. */
export function applyTheme(theme: Theme, onChange: (shown: 'light' | 'dark') => void): () => void {
  localStorage.setItem(KEY, theme);
  const system = matchMedia(DARK);
  const show = () => {
    const shown = theme === 'system' ? (system.matches ? 'dark' : 'light') : theme;
    document.documentElement.dataset.theme = shown;
    onChange(shown);
  };
  show();
  system.addEventListener('change', show);
  return () => system.removeEventListener('change', show);
}
