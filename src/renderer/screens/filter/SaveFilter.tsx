// The button beside the filter field that gives the filter a name.

import { Button } from '../../components/Button.tsx';
import { useApp } from '../../state/app.ts';
import { canSaveFilter, openSaveFilter } from '../../state/filters.ts';
import { useView } from '../../state/view.ts';

export function SaveFilter() {
  // Whether it can be kept depends on both.
  useView((view) => view.query);
  useApp((app) => app.filters);
  return (
    <Button variant="ghost" className="mt-px" disabled={!canSaveFilter()} onClick={openSaveFilter}>
      Save
    </Button>
  );
}
