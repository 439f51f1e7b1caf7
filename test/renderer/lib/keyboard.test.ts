import { describe, expect, it } from 'vitest';
import { keyLabel, matchesKey } from '../../../src/renderer/lib/keyboard.ts';

const press = (key: string, held: ('ctrl' | 'meta' | 'alt' | 'shift')[] = []) => ({
  key,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
});

describe('a key press', () => {
  it('is matched by its letter, whether or not Caps Lock is on', () => {
    expect(matchesKey('r', press('r'), false)).toBe(true);
    expect(matchesKey('r', press('R'), false)).toBe(true);
    expect(matchesKey('r', press('R', ['shift']), false)).toBe(false);
  });

  it('is not matched when a modifier makes something else of it', () => {
    expect(matchesKey('r', press('r', ['ctrl']), false)).toBe(false);
    expect(matchesKey('r', press('r', ['meta']), true)).toBe(false);
    expect(matchesKey('r', press('r', ['alt']), false)).toBe(false);
    expect(matchesKey('ArrowDown', press('ArrowDown', ['shift']), false)).toBe(false);
    expect(matchesKey('shift+ArrowDown', press('ArrowDown', ['shift']), false)).toBe(true);
    expect(matchesKey('shift+ArrowDown', press('ArrowDown'), false)).toBe(false);
    expect(matchesKey('shift+ArrowDown', press('ArrowDown', ['shift', 'ctrl']), false)).toBe(false);
  });

  it('means Cmd on a Mac and Ctrl elsewhere by mod', () => {
    expect(matchesKey('mod+k', press('k', ['meta']), true)).toBe(true);
    expect(matchesKey('mod+k', press('k', ['ctrl']), true)).toBe(false);
    expect(matchesKey('mod+k', press('k', ['ctrl']), false)).toBe(true);
    expect(matchesKey('mod+k', press('k'), false)).toBe(false);
  });

  it('is a question mark although Shift makes it', () => {
    expect(matchesKey('?', press('?', ['shift']), false)).toBe(true);
    expect(matchesKey('/', press('/'), false)).toBe(true);
  });
});

describe('a key label', () => {
  it.each([
    ['r', false, 'R'],
    ['mod+k', true, '⌘K'],
    ['mod+k', false, 'Ctrl K'],
    ['ArrowDown', false, '↓'],
    ['shift+ArrowLeft', false, 'Shift ←'],
    ['ArrowRight', true, '→'],
    ['shift+ArrowDown', false, 'Shift ↓'],
    ['shift+End', true, '⇧End'],
    ['shift+alt+c', false, 'Shift Alt C'],
    ['Escape', false, 'Esc'],
    ['PageUp', true, 'Page Up'],
    ['Delete', false, 'Delete'],
  ])('of %s is written as on the cap', (key, mac, label) => {
    expect(keyLabel(key, mac)).toBe(label);
  });
});
