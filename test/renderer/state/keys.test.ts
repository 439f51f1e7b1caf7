import { afterEach, describe, expect, it } from 'vitest';
import { commandFor, commands, type KeyPlace } from '../../../src/renderer/state/keys.ts';
import { useView } from '../../../src/renderer/state/view.ts';

const inList: KeyPlace = { dialogOpen: false, typing: false, inWidget: false, inList: true };

const press = (key: string, ctrlKey = false) => ({
  key,
  ctrlKey,
  metaKey: false,
  altKey: false,
  shiftKey: false,
});
const labelOf = (key: string, place = inList, ctrl = false) =>
  commandFor(press(key, ctrl), place)?.label ?? null;

afterEach(() => useView.setState(useView.getInitialState()));

describe('the table of keys', () => {
  it('gives every key to one command', () => {
    const keys = commands.flatMap((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has a label of its own for every command', () => {
    const labels = commands.map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it.each([
    ['j', 'Next delivery'],
    ['ArrowUp', 'Previous delivery'],
    ['/', 'Search'],
    ['?', 'Keys'],
    ['g', 'Go to the newest'],
    ['t', 'Send a test event'],
  ])('knows %s', (key, label) => {
    expect(labelOf(key)).toBe(label);
  });

  it('knows what to do with a delivery only while one is selected', () => {
    expect(labelOf('r')).toBeNull();
    useView.getState().select('some-delivery');
    expect(labelOf('r')).toBe('Replay');
    expect(labelOf('Backspace')).toBe('Delete');
    expect(labelOf('4')).toBe('Show the signature');
  });
});

describe('a key press', () => {
  it('is text while one types, unless it is with Ctrl', () => {
    const typing = { ...inList, typing: true, inList: false };
    expect(labelOf('j', typing)).toBeNull();
    expect(labelOf('k', typing, true)).toBe('Commands');
  });

  it('belongs to the dialog or the menu that is open', () => {
    expect(labelOf('j', { ...inList, dialogOpen: true })).toBeNull();
    expect(labelOf('k', { ...inList, dialogOpen: true }, true)).toBeNull();
    expect(labelOf('j', { ...inList, inWidget: true })).toBeNull();
  });

  it('moves through the list from anywhere by letter, but by arrow only in the list', () => {
    const elsewhere = { ...inList, inList: false };
    expect(labelOf('j', elsewhere)).toBe('Next delivery');
    expect(labelOf('ArrowDown', elsewhere)).toBeNull();
    expect(labelOf('Home', elsewhere)).toBeNull();
    expect(labelOf('ArrowDown')).toBe('Next delivery');
    expect(labelOf('Escape', elsewhere)).not.toBeNull();
  });

  it('takes back the search first and the selection then', () => {
    useView.getState().select('some-delivery');
    useView.getState().setQuery('invoice');
    const back = () => commandFor(press('Escape'), inList)?.run();
    back();
    expect(useView.getState()).toMatchObject({ query: '', selectedId: 'some-delivery' });
    back();
    expect(useView.getState().selectedId).toBeNull();
  });

  it('shows a part of the delivery by its number', () => {
    useView.getState().select('some-delivery');
    commandFor(press('2'), inList)?.run();
    expect(useView.getState().tab).toBe('body');
  });
});
