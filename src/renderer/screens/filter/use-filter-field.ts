// The state of the filter field: the text of the view as tags and a draft, and what one does to them.

import { useEffect, useRef, useState } from 'react';
import { type Completion, completionAt } from '../../../shared/query/complete.ts';
import { fieldNames, fieldOf } from '../../../shared/query/fields.ts';
import { later } from '../../lib/later.ts';
import { useView } from '../../state/view.ts';
import {
  corrected,
  type FieldMistake,
  type FieldText,
  joinText,
  mistakeIn,
  splitText,
  withDraftAsTags,
  withTagAsDraft,
} from './field-text.ts';

/** So long after the last key a mistake is told: before, it may just not be finished. */
const RESTED_MS = 700;

export interface FilterFieldState extends FieldText {
  caret: number;
  /** Null also while it may just not be finished. */
  mistake: FieldMistake | null;
  setCaret(caret: number): void;
  /** What was typed; with `finished` what can become a tag does, as after a blank or a paste. */
  type(draft: string, caret: number, finished: boolean): void;
  /** Makes tags of the draft, and tells whether that was `done`; a mistake is told at once. */
  finish(): 'done' | 'mistaken' | 'nothing to do';
  edit(index: number): void;
  remove(index: number): void;
  clear(): void;
  correct(): void;
}

/**
 * Whether what is typed may only be the half of a word: of a field's name, or of a value that is found
 * as a whole only. With the half, everything would go from the list.
 */
function isHalfAWord(completion: Completion): boolean {
  if (completion.kind === 'value') return fieldOf(completion.field).takes === 'whole';
  const typed = completion.prefix.toLowerCase();
  return typed !== '' && fieldNames.some((name) => name.startsWith(typed));
}

export function useFilterField(): FilterFieldState {
  const query = useView((view) => view.query);
  const setQuery = useView((view) => view.setQuery);
  const [field, setField] = useState<FieldText>(() => splitText(query));
  const [known, setKnown] = useState(query);
  const [caret, setCaret] = useState(0);
  const [rested, setRested] = useState(true);
  // Set from elsewhere, such as the timeline or a saved filter.
  if (query !== known) {
    setKnown(query);
    const split = splitText(query);
    setField(split);
    setCaret(split.draft.length);
    setRested(true);
  }

  const stopWaiting = useRef(() => {});
  useEffect(() => () => stopWaiting.current(), []);

  const change = (next: FieldText, at = next.draft.length, held = false) => {
    const { text } = joinText(next);
    const apply = () => {
      setKnown(text);
      setQuery(text);
    };
    setField(next);
    setCaret(at);
    setRested(false);
    stopWaiting.current();
    stopWaiting.current = later(RESTED_MS, () => {
      setRested(true);
      // Unless another filter was set from elsewhere meanwhile.
      if (held && useView.getState().query === query) apply();
    });
    if (!held) apply();
  };
  const mistake = mistakeIn(field);
  return {
    ...field,
    caret,
    mistake: rested ? mistake : null,
    setCaret,
    type(draft, at, finished) {
      const typed = { ...field, draft };
      const tagged = finished ? withDraftAsTags(typed) : typed;
      if (tagged.tags.length === field.tags.length) {
        change(typed, at, isHalfAWord(completionAt(draft, at)));
        return;
      }
      const ends = tagged.draft !== '' && draft.endsWith(' ') ? ' ' : '';
      change({ ...tagged, draft: tagged.draft + ends });
    },
    finish() {
      const tagged = withDraftAsTags(field);
      if (mistake === null && joinText(field).text !== query) change(tagged);
      else setField(tagged);
      setRested(true);
      if (mistake !== null) return 'mistaken';
      return tagged.tags.join() === field.tags.join() ? 'nothing to do' : 'done';
    },
    edit(index) {
      const at = field.tags[index]?.length ?? 0;
      // What is typed already becomes tags first, so that only one is edited at a time.
      change(withTagAsDraft(withDraftAsTags(field), index), at);
    },
    remove: (index) => change({ ...field, tags: field.tags.filter((_, at) => at !== index) }),
    clear: () => change({ tags: [], draft: '' }),
    correct() {
      if (mistake !== null) change({ ...field, draft: corrected(field.draft, mistake) });
    },
  };
}
