// The text inside a body that its provider encrypted, in the viewers, and what it is.

import { useMemo } from 'react';
import { Button } from '../../components/Button.tsx';
import { reportError } from '../../state/actions.ts';
import { BodyView } from '../../viewers/BodyView.tsx';
import { ViewerNotice } from '../../viewers/ViewerNotice.tsx';
import type { BodyFacts } from '../../viewers/viewer.ts';
import { useBodyView } from './body-view-state.ts';

export interface InsideBodyProps {
  text: string;
  provider: string;
  fileName: string;
  facts: Partial<BodyFacts>;
  /** Shows the body as it came instead. */
  onWire: () => void;
}

export function InsideBody({ text, provider, fileName, facts, onWire }: InsideBodyProps) {
  const { view, setView } = useBodyView();
  const bytes = useMemo(() => new TextEncoder().encode(text), [text]);
  const contentType = /^\s*</.test(text) ? 'application/xml' : null;
  return (
    <>
      <ViewerNotice
        action={
          <Button size="sm" onClick={onWire}>
            Show what came
          </Button>
        }
      >
        {provider} encrypted this body. This is what is inside, opened with the endpoint’s secret.
      </ViewerNotice>
      <BodyView
        bytes={bytes}
        size={bytes.length}
        contentEncoding={null}
        label="Text inside the body"
        facts={{ receivedAt: null, onCopyError: reportError, ...facts }}
        onView={setView}
        {...{ contentType, fileName, view }}
      />
    </>
  );
}
