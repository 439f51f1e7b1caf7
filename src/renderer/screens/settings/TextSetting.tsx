// A setting that is written: saved when the field is left or Enter pressed, refused with the reason beside it.

import { Check } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
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
  // Closing the dialog by Esc takes the field away without a blur; what was written is kept even so.
  const commitLast = useRef(commit);
  useEffect(() => {
    commitLast.current = commit;
  });
  useEffect(() => () => commitLast.current(), []);

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
        <div className="relative">
          <TextInput
            {...control}
            wire
            value={draft ?? saved}
            placeholder={placeholder}
            onValue={write}
            onBlur={commit}
            onKeyDown={commitByKey}
          />
          <span role="status" className="absolute inset-y-0 right-2.5 flex items-center text-ok">
            {state.kind === 'saved' ? <Check aria-label="Saved" className="size-3.5" /> : null}
          </span>
        </div>
      )}
    </Field>
  );
}
