// The right: the selected delivery; while none is, the first steps or a word on how to select one.

import { useApp } from '../state/app.ts';
import { useView } from '../state/view.ts';
import { DeliveryPane } from './delivery/DeliveryPane.tsx';
import { FirstRun } from './first-run/FirstRun.tsx';

export function DetailPane() {
  const selected = useView((view) => view.selectedId !== null);
  const firstRun = useApp((app) => !app.settings.firstRunDone);
  return (
    <div className="h-full overflow-y-auto bg-panel">
      {firstRun && !selected ? <FirstRun /> : <DeliveryPane />}
    </div>
  );
}
