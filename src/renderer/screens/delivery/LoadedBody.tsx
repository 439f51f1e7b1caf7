// A stored body in the viewers, or what stands in its way.

import { Button } from '../../components/Button.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { Spinner } from '../../components/Spinner.tsx';
import { reportError } from '../../state/actions.ts';
import { BodyView } from '../../viewers/BodyView.tsx';
import type { BodyFacts } from '../../viewers/viewer.ts';
import { ArrivingBody } from './ArrivingBody.tsx';
import { useBodyView } from './body-view-state.ts';
import { type BodySource, useBody } from './use-body.ts';

export interface LoadedBodyProps {
  source: BodySource;
  contentType: string | null;
  contentEncoding: string | null;
  /** "Request body", "Response body". */
  label: string;
  fileName: string;
  cutNote?: string;
  facts?: Partial<BodyFacts>;
}

export function LoadedBody({ source, facts, ...shown }: LoadedBodyProps) {
  const [state, retry] = useBody(source.kind, source.id);
  const { view, setView } = useBodyView();
  switch (state.status) {
    case 'loading':
      if (state.progress !== null) {
        const { contentType, contentEncoding, label } = shown;
        return (
          <ArrivingBody
            {...{ contentType, contentEncoding, label, view }}
            progress={state.progress}
            onView={setView}
          />
        );
      }
      return (
        <div className="p-4">
          <Spinner label="Loading the body" showLabel />
        </div>
      );
    case 'error':
      return (
        <EmptyState
          title="The body could not be loaded"
          actions={<Button onClick={retry}>Try again</Button>}
        >
          {state.message}
        </EmptyState>
      );
    case 'ready':
      return (
        <BodyView
          key={`${source.kind} ${source.id}`}
          bytes={state.body.bytes}
          size={state.body.size}
          view={view}
          onView={setView}
          facts={{ receivedAt: null, onCopyError: reportError, ...facts }}
          {...shown}
        />
      );
  }
}
