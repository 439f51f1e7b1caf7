// The filter over the list: terms as tags, free words, what one may type next, and what is wrong.

import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { completionAt } from '../../../shared/query/complete.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { Spinner } from '../../components/Spinner.tsx';
import { moveSelection } from '../../state/selection.ts';
import { useStream } from '../../state/stream.ts';
import { useView } from '../../state/view.ts';
import { FilterInput } from '../filter/FilterInput.tsx';
import { FilterPanel, MISTAKE_ID, optionId } from '../filter/FilterPanel.tsx';
import { FilterTags } from '../filter/FilterTags.tsx';
import { joinText } from '../filter/field-text.ts';
import { type FilterOption, withOption } from '../filter/options.ts';
import { SaveFilter } from '../filter/SaveFilter.tsx';
import { type FilterFieldState, useFilterField } from '../filter/use-filter-field.ts';
import { useOptions } from '../filter/use-options.ts';

export function FilterField() {
  const field = useFilterField();
  const box = useRef<HTMLDivElement>(null);
  const offer = useOffer(field);
  const { tags, draft } = field;
  const { options, picked } = offer;
  // Where a value is offered, that it is missing need not be said.
  const mistake = options.length > 0 && draft.endsWith(':') ? null : field.mistake;
  const focus = () => box.current?.querySelector('input')?.focus();
  const blank = tags.length === 0 && draft === '';
  const pasted = useRef(false);

  return (
    <div className="flex min-h-12 flex-none items-start gap-2 border-line border-b px-3 py-[7px]">
      <div
        ref={box}
        className="relative flex min-h-8 min-w-0 flex-1 gap-2 rounded-control border border-line bg-bg py-1 pr-1 pl-2.5 text-ink3 focus-within:border-focus focus-within:outline-1 focus-within:outline-focus"
      >
        <Search aria-hidden="true" className="mt-1 size-3.5 flex-none" />
        <div className="-my-px flex max-h-[98px] min-w-0 flex-1 flex-wrap items-center gap-1.5 overflow-y-auto py-px">
          <FilterTags
            tags={tags}
            onEdit={(index) => {
              field.edit(index);
              focus();
            }}
            onRemove={(index) => {
              field.remove(index);
              focus();
            }}
          />
          <FilterInput
            value={draft}
            mistake={mistake}
            caret={field.caret}
            onCaret={field.setCaret}
            placeholder={blank ? 'Filter, or search everything' : ''}
            open={options.length > 0}
            aria-activedescendant={picked === -1 ? undefined : optionId(picked)}
            aria-describedby={mistake === null ? undefined : MISTAKE_ID}
            onPaste={() => {
              pasted.current = true;
            }}
            onCopy={(event) => copyFilter(event, field)}
            onChange={({ target: { value, selectionStart } }) => {
              const caret = selectionStart ?? value.length;
              const blankTyped = value.endsWith(' ') && caret === value.length;
              field.type(value, caret, pasted.current || blankTyped);
              pasted.current = false;
              offer.reopen();
            }}
            onFocus={() => offer.setOpen(blank || isBegun(useView.getState().query))}
            onBlur={() => {
              offer.setOpen(false);
              field.finish();
            }}
            onKeyDown={(event) => onKeyDown(event, field, offer)}
          />
        </div>
        <FieldEnd blank={blank} onClear={field.clear} />
        <FilterPanel
          options={options}
          picked={picked}
          mistake={mistake}
          onTake={offer.take}
          onCorrect={field.correct}
        />
      </div>
      <SaveFilter />
    </div>
  );
}

/** At the right of the field: whether it searches, and the key to it or what clears it. */
function FieldEnd({ blank, onClear }: { blank: boolean; onClear: () => void }) {
  const searching = useStream((stream) => stream.search?.status === 'searching');
  return (
    <span className="flex h-[22px] flex-none items-center">
      <Spinner label="Searching" active={searching} />
      {blank ? (
        <span className="mr-1">
          <Kbd>/</Kbd>
        </span>
      ) : (
        <IconButton
          size="sm"
          label="Clear the search"
          kbd="Esc"
          icon={<X aria-hidden="true" />}
          onClick={onClear}
        />
      )}
    </span>
  );
}

interface Offer {
  options: FilterOption[];
  picked: number;
  setOpen(open: boolean): void;
  /** After something was typed. */
  reopen(): void;
  pick(by: 1 | -1): void;
  take(option: FilterOption): void;
}

function useOffer(field: FilterFieldState): Offer {
  const [open, setOpen] = useState(false);
  const [wanted, setPicked] = useState(-1);
  const { draft, caret, type } = field;
  const completion = completionAt(draft, caret);
  // Every field is offered to begin with; behind a term it would be in the way.
  const asksNothing = completion.kind === 'name' && completion.prefix === '';
  const begins = field.tags.length === 0 && draft === '';
  const options = useOptions(draft, completion, open && (begins || !asksNothing));
  const picked = wanted < options.length ? wanted : -1;
  return {
    options,
    picked,
    setOpen(next) {
      setOpen(next);
      setPicked(-1);
    },
    reopen() {
      setOpen(true);
      setPicked(-1);
    },
    pick(by) {
      const next = picked === -1 && by === -1 ? options.length - 1 : picked + by;
      setPicked(next >= options.length ? -1 : next);
    },
    take(option) {
      const taken = withOption(draft, completion, option);
      type(taken.draft, taken.caret, !option.goesOn);
      setOpen(true);
      setPicked(-1);
    },
  };
}

function onKeyDown(event: KeyboardEvent<HTMLInputElement>, field: FilterFieldState, offer: Offer) {
  const { currentTarget: input } = event;
  const { options, picked } = offer;
  const blank = field.tags.length === 0 && field.draft === '';
  const chosen = options[picked];
  if (event.nativeEvent.isComposing) return;
  if (event.key === 'Escape') {
    if (blank) input.blur();
    else if (options.length > 0 && field.draft !== '') offer.setOpen(false);
    else {
      field.clear();
      offer.setOpen(false);
    }
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    if (event.shiftKey) return;
    event.preventDefault();
    const by = event.key === 'ArrowDown' ? 1 : -1;
    if (options.length > 0) offer.pick(by);
    else void moveSelection(by);
  } else if (event.key === 'Tab' && !event.shiftKey) {
    const option = chosen ?? (field.draft === '' ? undefined : options[0]);
    if (option === undefined) return;
    event.preventDefault();
    offer.take(option);
  } else if (event.key === 'Enter') {
    if (chosen !== undefined) offer.take(chosen);
    else if (field.finish() === 'nothing to do') toList(input);
    else offer.setOpen(false);
  } else if (event.key === 'Backspace') {
    const atStart = input.selectionStart === 0 && input.selectionEnd === 0;
    if (!atStart || field.tags.length === 0) return;
    field.remove(field.tags.length - 1);
  } else return;
  event.stopPropagation();
}

/** It ends where a value has to follow, as the palette leaves it. */
function isBegun(query: string): boolean {
  return /[:[]$/.test(query);
}

function toList(input: HTMLInputElement): void {
  input.blur();
  // What is in the list may still be what another filter found.
  const { search } = useStream.getState();
  const wanted = useView.getState().query.trim();
  if ((search?.query ?? '') !== wanted || search?.fresh === false) return;
  if (useView.getState().selectedId === null) void moveSelection(1);
}

/** With nothing or all of the draft chosen, the whole filter is copied as text. */
function copyFilter(event: React.ClipboardEvent<HTMLInputElement>, field: FilterFieldState): void {
  const { selectionStart: start, selectionEnd: end, value } = event.currentTarget;
  const part = start !== end && !(start === 0 && end === value.length);
  if (part || field.tags.length === 0) return;
  event.preventDefault();
  event.clipboardData.setData('text/plain', joinText(field).text);
}
