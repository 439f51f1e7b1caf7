// The right: the selected delivery, or what there is to say while none is.

import { MousePointerClick } from 'lucide-react';
import { EmptyState } from '../components/EmptyState.tsx';
import { useApp } from '../state/app.ts';
import { useView } from '../state/view.ts';
import { FirstRun } from './first-run/FirstRun.tsx';

export function DetailPane() {
  const selected = useView((view) => view.selectedId !== null);
  const firstRun = useApp((app) => !app.settings.firstRunDone);
  return (
    <section aria-label="Selected delivery" className="h-full overflow-y-auto bg-panel">
      {selected ? null : firstRun ? <FirstRun /> : <NothingSelected />}
    </section>
  );
}

function NothingSelected() {
  return (
    <EmptyState icon={<MousePointerClick />} title="No delivery selected">
      Click one, or press J, to see its signature, its bytes and where it went.
    </EmptyState>
  );
}
