// Key names: `j`, `ArrowDown`, `?`, `mod+k`, `shift+ArrowDown`, where `mod` is Cmd on a Mac and Ctrl elsewhere.

export const isMac = typeof navigator !== 'undefined' && /Mac|iP(hone|ad)/.test(navigator.platform);

export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether a press is the named key. Caps Lock does not matter; other modifiers do. */
export function matchesKey(name: string, press: KeyPress, mac = isMac): boolean {
  const wantsMod = name.startsWith('mod+');
  const wantsShift = name.startsWith('shift+');
  const key = name.replace(/^(mod|shift)\+/, '');
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  if (mod !== wantsMod || other || press.altKey) return false;
  if (key.length > 1) return press.key === key && press.shiftKey === wantsShift;
  // Shift makes `?` on most keyboards, so only letters care about it.
  if (/[a-z]/.test(key)) return press.key.toLowerCase() === key && !press.shiftKey;
  return press.key === key;
}

const NAMES: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  PageUp: 'Page Up',
  PageDown: 'Page Down',
  Escape: 'Esc',
};

/** The key as it is written on caps and in menus: `⌘K`, `Ctrl K`, `Shift ↓`, `R`. */
export function keyLabel(name: string, mac = isMac): string {
  if (name.startsWith('mod+')) return `${mac ? '⌘' : 'Ctrl '}${keyLabel(name.slice(4), mac)}`;
  if (name.startsWith('shift+')) return `${mac ? '⇧' : 'Shift '}${keyLabel(name.slice(6), mac)}`;
  if (name.startsWith('alt+')) return `${mac ? '⌥' : 'Alt '}${keyLabel(name.slice(4), mac)}`;
  return NAMES[name] ?? (name.length === 1 ? name.toUpperCase() : name);
}
