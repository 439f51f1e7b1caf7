// Where a filter is typed. A mistake in it is underlined by the same text behind it.

import { type ComponentProps, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { cx } from '../../lib/cx.ts';
import { OPTIONS_ID } from './FilterPanel.tsx';
import type { FieldMistake } from './field-text.ts';

export interface FilterInputProps extends ComponentProps<'input'> {
  value: string;
  mistake: FieldMistake | null;
  caret: number;
  onCaret: (caret: number) => void;
  /** Suggestions are open below. */
  open: boolean;
}

export function FilterInput(props: FilterInputProps) {
  const { value, mistake, caret, onCaret, open, ...rest } = props;
  const input = useRef<HTMLInputElement>(null);
  const [scrolled, setScrolled] = useState(0);

  // What was put in by a suggestion or taken from a tag leaves the caret behind it.
  useLayoutEffect(() => {
    const element = input.current;
    if (element === null || document.activeElement !== element) return;
    if (element.selectionStart === element.selectionEnd && element.selectionStart !== caret) {
      element.setSelectionRange(caret, caret);
    }
  }, [caret]);

  useEffect(() => {
    const element = input.current;
    if (element === null) return;
    const told = () => {
      if (document.activeElement === element) onCaret(element.selectionStart ?? 0);
    };
    document.addEventListener('selectionchange', told);
    return () => document.removeEventListener('selectionchange', told);
  }, [onCaret]);

  return (
    <span
      className={cx(
        'relative flex h-[22px] flex-1 items-center overflow-hidden',
        // Nothing typed needs no line of its own below the tags.
        value === '' ? 'min-w-4' : 'min-w-24',
      )}
    >
      {mistake === null ? null : <Underline {...{ value, mistake, scrolled }} />}
      <input
        ref={input}
        data-search-field
        type="text"
        role="combobox"
        aria-label="Search deliveries"
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={OPTIONS_ID}
        aria-invalid={mistake !== null}
        spellCheck={false}
        autoComplete="off"
        maxLength={2000}
        value={value}
        onScroll={(event) => setScrolled(event.currentTarget.scrollLeft)}
        className="relative h-full w-full min-w-0 bg-transparent text-ink outline-none"
        {...rest}
      />
    </span>
  );
}

type UnderlineProps = Pick<FilterInputProps, 'value'> & { mistake: FieldMistake; scrolled: number };

function Underline({ value, mistake: { at, length }, scrolled }: UnderlineProps) {
  return (
    <span
      aria-hidden="true"
      style={{ transform: `translateX(${-scrolled}px)` }}
      className="pointer-events-none absolute left-0 whitespace-pre text-transparent"
    >
      {value.slice(0, at)}
      <span
        className={cx(
          'underline decoration-2 decoration-bad decoration-wavy underline-offset-2',
          length === 0 && 'inline-block w-2 border-bad border-b-2',
        )}
      >
        {value.slice(at, at + length)}
      </span>
    </span>
  );
}
