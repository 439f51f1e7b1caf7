// A body of which only a part is here yet: its beginning in the form it will have, and how much has come.

import { useMemo } from 'react';
import type { BodyProgress } from '../../state/bodies.ts';
import { Beginning, Progress } from '../../viewers/Beginning.tsx';
import { BodyModes, type BodyViewState } from '../../viewers/BodyView.tsx';
import type { BeginningKind } from '../../viewers/beginning-lines.ts';
import { type BodyContent, createContent } from '../../viewers/content.ts';
import { isCompressed } from '../../viewers/decompress.ts';
import { viewersFor } from '../../viewers/index.ts';

export interface ArrivingBodyProps {
  progress: BodyProgress;
  contentType: string | null;
  contentEncoding: string | null;
  label: string;
  view: BodyViewState;
  onView: (view: BodyViewState) => void;
}

export function ArrivingBody(props: ArrivingBodyProps) {
  const { progress, contentType, contentEncoding, label, view, onView } = props;
  const { head, loaded, size } = progress;
  const content = useMemo(() => createContent(head, contentType), [head, contentType]);
  const kind = kindOf(content, view.mode, isCompressed(contentEncoding));
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2.5">
      <div className="flex h-[30px] flex-none items-center">
        <BodyModes view={view} onView={onView} />
      </div>
      {kind === null ? (
        <div className="relative flex h-8 flex-none items-center overflow-hidden rounded-card border border-line px-3 text-ink3 text-sm">
          <Progress loaded={loaded} size={size} />
        </div>
      ) : (
        <Beginning content={content} label={label} kind={kind} progress={{ loaded, size }} />
      )}
    </div>
  );
}

/** Null where a beginning says nothing: half an image, or compressed text. */
function kindOf(
  content: BodyContent,
  mode: BodyViewState['mode'],
  compressed: boolean,
): BeginningKind | null {
  if (mode === 'hex') return 'hex';
  if (compressed) return null;
  if (mode === 'raw') return 'text';
  const [{ id }] = viewersFor(content);
  if (id === 'image') return null;
  return id === 'json' || id === 'hex' ? id : id === 'json-lines' ? 'json' : 'text';
}
