// Light, dark, or what the system says.

import { Monitor, Moon, Sun } from 'lucide-react';
import { Segmented } from '../../components/Segmented.tsx';
import { useApp } from '../../state/app.ts';
import { Row, SaveProblem } from './Row.tsx';
import { useSaving } from './use-setting.ts';

export function Appearance() {
  const theme = useApp((app) => app.settings.theme);
  const { state, save } = useSaving();
  return (
    <>
      <Row
        label="Theme"
        help="System follows your desktop, also when it changes with the time of day."
      >
        <Segmented
          label="Theme"
          value={theme}
          onValue={(next) => save({ theme: next })}
          options={[
            { value: 'system', label: 'System', icon: <Monitor aria-hidden="true" /> },
            { value: 'light', label: 'Light', icon: <Sun aria-hidden="true" /> },
            { value: 'dark', label: 'Dark', icon: <Moon aria-hidden="true" /> },
          ]}
        />
      </Row>
      <SaveProblem state={state} />
    </>
  );
}
