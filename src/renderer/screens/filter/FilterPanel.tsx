// What opens below the filter field: what one may type next, and what is wrong with what is there.

import { type MouseEvent, useEffect, useRef } from 'react';
import { Button } from '../../components/Button.tsx';
import { cx } from '../../lib/cx.ts';
import type { FieldMistake } from './field-text.ts';
import type { FilterOption } from './options.ts';

export const OPTIONS_ID = 'filter-options';
export const MISTAKE_ID = 'filter-mistake';
export const optionId = (index: number): string => `filter-option-${index}`;

export interface FilterPanelProps {
  options: readonly FilterOption[];
  /** The index of the one that Enter takes; -1 for none. */
  picked: number;
  mistake: FieldMistake | null;
  onTake: (option: FilterOption) => void;
  onCorrect: () => void;
}

export function FilterPanel({ options, picked, mistake, onTake, onCorrect }: FilterPanelProps) {
  if (options.length === 0 && mistake === null) return null;
  return (
    <div className="absolute inset-x-0 top-[calc(100%+5px)] z-30 overflow-hidden rounded-card border border-line bg-raised shadow-float">
      {mistake === null ? null : <Mistake mistake={mistake} onCorrect={onCorrect} />}
      {options.length === 0 ? null : (
        <div
          id={OPTIONS_ID}
          role="listbox"
          aria-label="Suggestions"
          onMouseDown={keepFocus}
          className="max-h-[min(292px,50vh)] overflow-y-auto p-1"
        >
          {options.map((option, index) => (
            <Option
              key={option.text}
              id={optionId(index)}
              option={option}
              picked={index === picked}
              onTake={() => onTake(option)}
            />
          ))}
        </div>
      )}
    </div>
  );
}

function Mistake({ mistake, onCorrect }: { mistake: FieldMistake; onCorrect: () => void }) {
  const { message, suggestion } = mistake;
  return (
    <div className="flex items-center gap-3 border-line2 px-3 py-2 not-last:border-b">
      <p id={MISTAKE_ID} role="status" className="wrap-anywhere min-w-0 flex-1 text-bad">
        {message}
      </p>
      {suggestion === null ? null : (
        <Button size="sm" onMouseDown={keepFocus} onClick={onCorrect}>
          {suggestion === '' ? 'Take it out' : <>Write {shortened(suggestion)}</>}
        </Button>
      )}
    </div>
  );
}

/** What is pressed in here must not take the focus out of the field. */
function keepFocus(event: MouseEvent): void {
  event.preventDefault();
}

function shortened(text: string): string {
  return text.length > 24 ? `${text.slice(0, 23)}…` : text;
}

interface OptionProps {
  id: string;
  option: FilterOption;
  picked: boolean;
  onTake: () => void;
}

function Option({ id, option: { text, meaning }, picked, onTake }: OptionProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (picked) element.current?.scrollIntoView({ block: 'nearest' });
  }, [picked]);
  return (
    <div
      ref={element}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={picked}
      onMouseUp={onTake}
      className={cx(
        'flex h-7 cursor-default items-baseline gap-3 rounded-md px-2 leading-7!',
        picked ? 'bg-sel' : 'hover:bg-hover',
      )}
    >
      <span className="wire min-w-28 @min-[520px]/stream:min-w-44 max-w-[60%] flex-none truncate text-ink leading-7!">
        {text}
      </span>
      <span className="min-w-0 flex-1 truncate text-ink2 text-sm leading-7!" title={meaning}>
        {meaning}
      </span>
    </div>
  );
}
