// Light, dark, or what the system says; and how close the rows are.

import { Monitor, Moon, Rows3, Rows4, Sun } from 'lucide-react';
import { Segmented } from '../../components/Segmented.tsx';
import { useApp } from '../../state/app.ts';
import { Row, SaveProblem } from './Row.tsx';
import { useSaving } from './use-setting.ts';

export function Appearance() {
  const theme = useApp((app) => app.settings.theme);
  const density = useApp((app) => app.settings.density);
  const { state, save } = useSaving();
  return (
    <div className="flex flex-col gap-5">
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
      <Row label="Rows of the list" help="Compact shows a fifth more of them.">
        <Segmented
          label="Rows of the list"
          value={density}
          onValue={(next) => save({ density: next })}
          options={[
            { value: 'comfortable', label: 'Comfortable', icon: <Rows3 aria-hidden="true" /> },
            { value: 'compact', label: 'Compact', icon: <Rows4 aria-hidden="true" /> },
          ]}
        />
      </Row>
      <SaveProblem state={state} />
    </div>
  );
}
