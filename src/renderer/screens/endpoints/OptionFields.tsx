// A provider's own settings, such as the generic HMAC's header: drawn from its description alone.

import type { ProviderOption } from '../../../shared/model.ts';
import { Field } from '../../components/Field.tsx';
import { Select } from '../../components/Select.tsx';
import { TextInput } from '../../components/TextInput.tsx';
import { optionValue, withOption } from './endpoint-form.ts';
import type { FieldState } from './field-state.ts';

export function OptionFields({
  fields,
  options,
}: {
  fields: FieldState;
  options: ProviderOption[];
}) {
  if (options.length === 0) return null;
  return (
    <div className="grid grid-cols-2 gap-x-3 gap-y-3 rounded-card border border-line bg-bg p-3">
      {options.map((option) => (
        <OptionField key={option.key} fields={fields} option={option} />
      ))}
    </div>
  );
}

function OptionField({ fields, option }: { fields: FieldState; option: ProviderOption }) {
  const { key, label, help, choices } = option;
  const field = `option.${key}`;
  const value = optionValue(fields.form, option);
  const set = (next: string) => fields.change((form) => withOption(form, key, next));
  return (
    <Field label={label} error={fields.errorOf(field)} {...(help === '' ? {} : { help })}>
      {(control) =>
        choices === undefined || choices.includes('') ? (
          <TextInput
            {...control}
            wire
            value={value}
            placeholder={option.default === '' ? 'empty' : option.default}
            onValue={set}
            onBlur={() => fields.touch(field)}
          />
        ) : (
          <Select
            {...control}
            value={value}
            onValue={set}
            options={choices.map((choice) => ({ value: choice, label: choice }))}
          />
        )
      }
    </Field>
  );
}
