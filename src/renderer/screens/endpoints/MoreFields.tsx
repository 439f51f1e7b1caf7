// What most endpoints never need: tolerance, time limit and the answer. Folded away at first.

import { ChevronRight } from 'lucide-react';
import { useId } from 'react';
import type { ProviderInfo, ProviderOption } from '../../../shared/model.ts';
import { Field } from '../../components/Field.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { cx } from '../../lib/cx.ts';
import { AnswerFields } from './AnswerFields.tsx';
import type { FieldState } from './field-state.ts';
import { HandshakeFields } from './HandshakeFields.tsx';
import { OptionFields } from './OptionFields.tsx';

export interface MoreFieldsProps {
  fields: FieldState;
  provider: ProviderInfo | null;
  /** The provider's settings that are rarely changed. */
  options: ProviderOption[];
  open: boolean;
  onOpen: (open: boolean) => void;
}

export function MoreFields({ fields, provider, options, open, onOpen }: MoreFieldsProps) {
  const id = useId();
  return (
    <section className="border-line border-t pt-3">
      <button
        type="button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => onOpen(!open)}
        className="-mx-1.5 flex items-center gap-1.5 rounded-md px-1.5 py-1 font-medium text-ink hover:bg-hover"
      >
        <ChevronRight
          aria-hidden="true"
          className={cx(
            'size-3.5 text-ink3 transition-transform duration-100',
            open && 'rotate-90',
          )}
        />
        More
        {open ? null : (
          <span className="font-normal text-ink3">
            answer, {provider?.handshake ? 'handshakes, ' : ''}timestamp tolerance, time limit
          </span>
        )}
      </button>
      <div id={id} hidden={!open}>
        {open ? (
          <div className="flex flex-col gap-4 pt-3">
            <AnswerFields fields={fields} />
            <HandshakeFields fields={fields} provider={provider} />
            <div className="grid grid-cols-2 gap-3">
              <ToleranceField fields={fields} provider={provider} />
              <TimeoutField fields={fields} />
            </div>
            <OptionFields fields={fields} options={options} />
          </div>
        ) : null}
      </div>
    </section>
  );
}

function ToleranceField({ fields, provider }: Pick<MoreFieldsProps, 'fields' | 'provider'>) {
  const own = provider?.toleranceSeconds ?? null;
  return (
    <Field
      label="Timestamp tolerance in seconds"
      error={fields.errorOf('tolerance')}
      help={
        own === null
          ? 'How old a signed timestamp may be, where there is one.'
          : `How old or early a signed timestamp may be. Empty: ${provider?.name} allows ${own} s.`
      }
    >
      {(control) => (
        <TextInput
          {...control}
          wire
          inputMode="decimal"
          value={fields.form.tolerance}
          placeholder={own === null ? 'not checked' : String(own)}
          onValue={(tolerance) => fields.change({ tolerance })}
          onBlur={() => fields.touch('tolerance')}
        />
      )}
    </Field>
  );
}

function TimeoutField({ fields }: { fields: FieldState }) {
  return (
    <Field
      label="Time limit of your server in seconds"
      error={fields.errorOf('timeout')}
      help="Up to 3,600, for working at a breakpoint."
    >
      {(control) => (
        <TextInput
          {...control}
          wire
          inputMode="decimal"
          value={fields.form.timeout}
          placeholder="30"
          onValue={(timeout) => fields.change({ timeout })}
          onBlur={() => fields.touch('timeout')}
        />
      )}
    </Field>
  );
}
