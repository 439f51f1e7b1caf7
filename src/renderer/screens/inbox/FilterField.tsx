// The search field over the list: any substring in path, headers, event type and text bodies.

import { Search, X } from 'lucide-react';
import { useRef } from 'react';
import { IconButton } from '../../components/IconButton.tsx';
import { Kbd } from '../../components/Kbd.tsx';
import { Spinner } from '../../components/Spinner.tsx';
import { moveSelection } from '../../state/selection.ts';
import { useStream } from '../../state/stream.ts';
import { useView } from '../../state/view.ts';

export function FilterField() {
  const query = useView((view) => view.query);
  const setQuery = useView((view) => view.setQuery);
  const searching = useStream((stream) => stream.search?.status === 'searching');
  const field = useRef<HTMLInputElement>(null);

  const onKeyDown = (event: React.KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') {
      if (query !== '') setQuery('');
      else field.current?.blur();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      void moveSelection(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      field.current?.blur();
      if (useView.getState().selectedId === null) void moveSelection(1);
    } else return;
    event.stopPropagation();
  };

  return (
    <div className="flex h-12 flex-none items-center border-line border-b px-3">
      <div className="flex h-8 min-w-0 flex-1 items-center gap-2 rounded-control border border-line bg-bg pr-1 pl-2.5 text-ink3 focus-within:border-focus focus-within:outline-1 focus-within:outline-focus">
        <Search aria-hidden="true" className="size-3.5 flex-none" />
        <input
          ref={field}
          data-search-field
          type="search"
          aria-label="Search deliveries"
          placeholder="Search paths, headers, event types and bodies"
          spellCheck={false}
          autoComplete="off"
          maxLength={1000}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={onKeyDown}
          className="h-full min-w-0 flex-1 bg-transparent text-ink outline-none [&::-webkit-search-cancel-button]:hidden"
        />
        <Spinner label="Searching" active={searching} showLabel />
        {query === '' ? (
          <span className="mr-1">
            <Kbd>/</Kbd>
          </span>
        ) : (
          <IconButton
            size="sm"
            label="Clear the search"
            kbd="Esc"
            icon={<X aria-hidden="true" />}
            onClick={() => setQuery('')}
          />
        )}
      </div>
    </div>
  );
}
