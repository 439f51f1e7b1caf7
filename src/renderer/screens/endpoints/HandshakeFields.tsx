// Whether this endpoint answers its provider's handshakes, and confirms them by itself.

import { useId } from 'react';
import type { ProviderInfo } from '../../../shared/model.ts';
import { Switch } from '../../components/Switch.tsx';
import type { FieldState } from './field-state.ts';

export interface HandshakeFieldsProps {
  fields: FieldState;
  provider: ProviderInfo | null;
}

/** Shown for providers that have handshakes, and where one of the two is not as it is at first. */
export function HandshakeFields({ fields, provider }: HandshakeFieldsProps) {
  const { handshakes, confirmHandshakes } = fields.form;
  if (!provider?.handshake && handshakes && !confirmHandshakes) return null;
  const who = provider?.name ?? 'a provider';
  return (
    <>
      <Toggle
        label="Answer handshakes"
        help={`When ${who} asks whether this URL is yours, Hookglass answers, whatever is set above.`}
        checked={handshakes}
        onChecked={(checked) => fields.change({ handshakes: checked })}
      />
      {provider?.callsBack || confirmHandshakes ? (
        <Toggle
          label="Confirm without asking"
          help={`When ${who} wants its own address to be called to confirm, it is called at once.`}
          checked={confirmHandshakes}
          onChecked={(checked) => fields.change({ confirmHandshakes: checked })}
        />
      ) : null}
    </>
  );
}

interface ToggleProps {
  label: string;
  help: string;
  checked: boolean;
  onChecked: (checked: boolean) => void;
}

function Toggle({ label, help, checked, onChecked }: ToggleProps) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="flex min-w-0 flex-col gap-0.5">
        <label htmlFor={id} className="font-medium text-ink">
          {label}
        </label>
        <p id={`${id}-help`} className="text-ink3 text-sm">
          {help}
        </p>
      </div>
      <Switch id={id} aria-describedby={`${id}-help`} checked={checked} onChecked={onChecked} />
    </div>
  );
}
