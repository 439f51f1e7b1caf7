// Keys that belong to a place and not to a command, for the help: whoever has the focus there handles them.

export interface KeyHint {
  /** Names of keys, as in the table of commands. */
  keys: string[];
  label: string;
  group: string;
}

const inSearch: Omit<KeyHint, 'group'>[] = [
  { keys: ['ArrowDown', 'ArrowUp'], label: 'Walk through suggestions, or the results' },
  { keys: ['Tab'], label: 'Take the suggestion' },
  { keys: ['Enter'], label: 'Finish the term, or go on in the list' },
  { keys: ['Backspace'], label: 'At the start: remove the last term' },
  { keys: ['Escape'], label: 'Close suggestions, clear the field, leave it' },
];

const inFind: Omit<KeyHint, 'group'>[] = [
  { keys: ['Enter', 'shift+Enter'], label: 'Next match, previous match' },
  { keys: ['alt+c'], label: 'Match case' },
  { keys: ['alt+w'], label: 'Whole words' },
  { keys: ['alt+r'], label: 'Regular expression' },
  { keys: ['alt+x'], label: 'Bytes in hexadecimal' },
  { keys: ['Escape'], label: 'End finding' },
];

const inBody: Omit<KeyHint, 'group'>[] = [
  { keys: ['ArrowDown', 'ArrowUp'], label: 'Next line, previous line' },
  { keys: ['mod+a'], label: 'Choose all of the text' },
  { keys: ['mod+c'], label: 'Copy the value of the line' },
  { keys: ['shift+alt+c'], label: 'Copy the path of the line' },
];

const inComparison: Omit<KeyHint, 'group'>[] = [
  { keys: ['n', 'p'], label: 'Next difference, previous difference' },
];

const inTimeline: Omit<KeyHint, 'group'>[] = [
  { keys: ['ArrowLeft', 'ArrowRight'], label: 'Choose a part' },
  { keys: ['shift+ArrowLeft', 'shift+ArrowRight'], label: 'Choose several parts' },
  { keys: ['Enter'], label: 'Show what came then' },
  { keys: ['Escape'], label: 'Show all times again' },
];

const inLabels: Omit<KeyHint, 'group'>[] = [
  { keys: ['1', '2', '3', '4', '5', '6', '7'], label: 'Take the colour' },
  { keys: ['0'], label: 'Take the label away' },
];

const inForms: Omit<KeyHint, 'group'>[] = [
  { keys: ['mod+Enter'], label: 'Save or send' },
  { keys: ['Enter'], label: 'Save a setting' },
];

const grouped = (group: string, hints: Omit<KeyHint, 'group'>[]): KeyHint[] =>
  hints.map((hint) => ({ ...hint, group }));

export const localKeys: readonly KeyHint[] = [
  ...grouped('In the search field', inSearch),
  ...grouped('While finding in a body', inFind),
  ...grouped('In a body', inBody),
  ...grouped('While comparing', inComparison),
  ...grouped('In the timeline', inTimeline),
  ...grouped('While labelling', inLabels),
  ...grouped('In forms', inForms),
];
