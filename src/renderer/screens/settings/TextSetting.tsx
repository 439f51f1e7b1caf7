// A setting that is written: saved when the field is left or Enter pressed, refused with the reason beside it.

import { type KeyboardEvent, type ReactNode, useState } from 'react';
import type { CallInput } from '../../../shared/contract.ts';
import { Field } from '../../components/Field.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import type { Parsed } from './setting-text.ts';
import { useSaving } from './use-setting.ts';

export interface TextSettingProps<T> {
  label: string;
  help?: ReactNode;
  placeholder?: string;
  /** The saved value as text. */
  saved: string;
  parse: (text: string) => Parsed<T>;
  change: (value: T) => CallInput<'settings.update'>;
}

export function TextSetting<T>(props: TextSettingProps<T>) {
  const { label, help, placeholder, saved, parse, change } = props;
  // Null: not being edited, so that what another window saves is shown.
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { state, save, clear } = useSaving();

  const commit = () => {
    if (draft === null) return;
    const parsed = parse(draft);
    setProblem(parsed.ok ? null : parsed.problem);
    if (!parsed.ok) return;
    setDraft(null);
    if (draft.trim() !== saved) save(change(parsed.value));
  };
  const commitByKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit();
  };
  const write = (text: string) => {
    setDraft(text);
    setProblem(null);
    clear();
  };
  const failure = state.kind === 'failed' ? state.message : null;
  return (
    <Field label={label} error={problem ?? failure} {...(help === undefined ? {} : { help })}>
      {(control) => (
        <div className="flex items-center gap-3">
          <TextInput
            {...control}
            wire
            className="flex-1"
            value={draft ?? saved}
            placeholder={placeholder}
            onValue={write}
            onBlur={commit}
            onKeyDown={commitByKey}
          />
          <span role="status" className="w-12 flex-none text-ink3 text-sm">
            {state.kind === 'saved' ? 'Saved' : ''}
          </span>
        </div>
      )}
    </Field>
  );
}
