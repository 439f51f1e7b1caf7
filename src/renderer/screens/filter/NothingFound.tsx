// What the list says when a filter finds nothing: what was asked for, and which of it to take back.

import { PlugZap, SearchX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { call } from '../../host.ts';
import { later } from '../../lib/later.ts';
import { scopeInput } from '../../state/scope.ts';
import { useStream } from '../../state/stream.ts';
import { useView } from '../../state/view.ts';
import { type Culprit, findCulprits } from './culprits.ts';
import { tagWords } from './field-text.ts';

/** While somebody types on, nobody reads it. */
const RESTED_MS = 400;

export function NothingFound({ query, error }: { query: string; error: string | null }) {
  const setQuery = useView((view) => view.setQuery);
  const setScope = useView((view) => view.setScope);
  const narrow = useView((view) => view.endpointId !== null || view.only !== null);
  const reload = useStream((stream) => stream.reload);
  const culprits = useCulprits(query);
  if (error !== null) {
    return (
      <EmptyState
        icon={<PlugZap />}
        title="The search did not finish"
        actions={<Button onClick={reload}>Search again</Button>}
      >
        {error}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<SearchX />}
      title="Nothing found"
      actions={
        <>
          {narrow ? (
            <Button onClick={() => setScope({ endpointId: null, only: null })}>
              Search all deliveries
            </Button>
          ) : null}
          <Button onClick={() => setQuery('')}>Clear the search</Button>
        </>
      }
    >
      <p className="wrap-anywhere line-clamp-6">
        No {narrow ? 'delivery in this view' : 'stored delivery'} fits:{' '}
        <span className="text-ink">{lowered(tagWords(query).reading)}</span>
      </p>
      {culprits.map(({ term, without }) => (
        <p key={term} className="mt-3 flex flex-col items-center gap-1.5">
          <span className="wrap-anywhere">
            There are some without <span className="wire text-ink">{shortened(term)}</span>
          </span>
          <Button size="sm" onClick={() => setQuery(without)}>
            Take it out
          </Button>
        </p>
      ))}
    </EmptyState>
  );
}

/** The terms without which there are results; empty until that is known. */
function useCulprits(query: string): Culprit[] {
  const scope = useStream((stream) => stream.scope);
  const [culprits, setCulprits] = useState<Culprit[]>([]);
  useEffect(() => {
    let over = false;
    setCulprits([]);
    const finds = async (text: string) => {
      if (over) return false;
      const input = { ...scopeInput(scope), query: text, limit: 1 };
      return (await call('deliveries.list', input)).items.length > 0;
    };
    const ask = () => {
      findCulprits(query, finds).then(
        (found) => {
          if (!over) setCulprits(found);
        },
        // It would only have been a help.
        () => {},
      );
    };
    const stop = later(RESTED_MS, ask);
    return () => {
      over = true;
      stop();
    };
  }, [query, scope]);
  return culprits;
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function shortened(term: string): string {
  return term.length > 60 ? `${term.slice(0, 59)}…` : term;
}
