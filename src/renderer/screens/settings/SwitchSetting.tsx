// A setting that is on or off: saved as it is switched, with the reason beside it when that failed.

import { type ReactNode, useId } from 'react';
import type { CallInput } from '../../../shared/contract.ts';
import { Switch } from '../../components/Switch.tsx';
import { Row, SaveProblem } from './Row.tsx';
import { useSaving } from './use-setting.ts';

export interface SwitchSettingProps {
  label: string;
  help: ReactNode;
  checked: boolean;
  disabled?: boolean;
  change: (on: boolean) => CallInput<'settings.update'>;
}

export function SwitchSetting({ label, help, checked, disabled, change }: SwitchSettingProps) {
  const id = useId();
  const { state, save } = useSaving();
  return (
    <div className="flex flex-col gap-1">
      <Row label={<label htmlFor={id}>{label}</label>} help={help} helpId={`${id}-help`}>
        <Switch
          id={id}
          aria-describedby={`${id}-help`}
          checked={checked}
          disabled={disabled ?? false}
          onChecked={(on) => save(change(on))}
        />
      </Row>
      <SaveProblem state={state} />
    </div>
  );
}
