// The button beside the filter field that gives the filter a name.

import { parseQuery } from '../../../shared/query/parse.ts';
import { Button } from '../../components/Button.tsx';
import { useApp } from '../../state/app.ts';
import { openSaveFilter } from '../../state/filters.ts';
import { useView } from '../../state/view.ts';

export function SaveFilter() {
  const query = useView((view) => view.query);
  const known = useApp((app) => app.filters.some((filter) => filter.query === query));
  const can = query.trim() !== '' && !known && parseQuery(query).ok;
  return (
    <Button variant="ghost" className="mt-px" disabled={!can} onClick={openSaveFilter}>
      Save
    </Button>
  );
}
