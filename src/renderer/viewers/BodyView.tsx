// A body with everything around it: Pretty, Raw and Hex, the choice of format, copy and save.

import { FileQuestionMark } from 'lucide-react';
import { type ReactNode, useMemo, useState } from 'react';
import { CopyButton } from '../components/CopyButton.tsx';
import { EmptyState } from '../components/EmptyState.tsx';
import { Segmented } from '../components/Segmented.tsx';
import { Select } from '../components/Select.tsx';
import { count, bytes as formatBytes } from '../lib/format.ts';
import { type BodyContent, type Bytes, isBinary } from './content.ts';
import type { Decompressed } from './decompress.ts';
import { hexViewer } from './hex.tsx';
import { viewersFor } from './index.ts';
import { SaveButton } from './SaveButton.tsx';
import { fileNameOf } from './save-file.ts';
import { textViewer } from './text.tsx';
import { useContent } from './use-content.ts';
import { ViewerBoundary } from './ViewerBoundary.tsx';
import { ViewerNotice } from './ViewerNotice.tsx';
import type { BodyFacts, Viewer, ViewOptions } from './viewer.ts';

export type BodyMode = 'pretty' | 'raw' | 'hex';

/** How bodies are shown; kept by the caller, so that it stays from one body to the next. */
export interface BodyViewState extends ViewOptions {
  mode: BodyMode;
}

export const initialBodyView: BodyViewState = { mode: 'pretty', wrap: true, invisibles: false };

export interface BodyViewProps {
  bytes: Bytes;
  /** The whole size, also where fewer bytes were stored. */
  size: number;
  contentType: string | null;
  contentEncoding: string | null;
  /** "Request body", "Response body". */
  label: string;
  /** A sentence on why less than the whole was kept, where that can happen. */
  cutNote?: string;
  /** Name of the saved file, without its extension. */
  fileName: string;
  view: BodyViewState;
  onView: (view: BodyViewState) => void;
  facts: BodyFacts;
}

const AUTO = 'auto';

export function BodyView(props: BodyViewProps) {
  const { bytes, contentType, contentEncoding } = props;
  const prepared = useContent(bytes, contentType, contentEncoding);
  if (bytes.length === 0 && props.size === 0) {
    return (
      <EmptyState icon={<FileQuestionMark />} title="No body">
        The {props.label.toLowerCase()} is empty: only headers came.
      </EmptyState>
    );
  }
  if (prepared === null) return null;
  return <LoadedBodyView {...props} {...prepared} />;
}

interface LoadedProps extends BodyViewProps {
  content: BodyContent;
  compression: Decompressed;
}

function LoadedBodyView(props: LoadedProps) {
  const { content, compression, view, onView, label, facts } = props;
  const suited = useMemo(() => viewersFor(content), [content]);
  const [format, setFormat] = useState(AUTO);
  const chosen = suited.find(({ id }) => id === format) ?? suited[0];
  const viewer = view.mode === 'raw' ? textViewer : view.mode === 'hex' ? hexViewer : chosen;
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-2.5">
      <div className="flex flex-none flex-wrap items-center gap-x-2 gap-y-1.5">
        <BodyModes view={view} onView={onView} />
        {view.mode === 'pretty' ? (
          <FormatSelect suited={suited} format={format} onFormat={setFormat} />
        ) : null}
        <BodyActions {...props} />
      </div>
      <CompressionNotice compression={compression} wire={content.wire.length} />
      {props.size > props.bytes.length ? (
        <ViewerNotice tone="warn">
          {count(props.bytes.length)} of {count(props.size)} bytes were kept. {props.cutNote}
        </ViewerNotice>
      ) : null}
      <Shown key={viewer.id} viewer={viewer} {...{ content, label, view, onView, facts }} />
    </div>
  );
}

/** Pretty, Raw or Hex. */
export function BodyModes({ view, onView }: Pick<BodyViewProps, 'view' | 'onView'>) {
  return (
    <Segmented<BodyMode>
      label="Show the body"
      value={view.mode}
      onValue={(mode) => onView({ ...view, mode })}
      options={[
        { value: 'pretty', label: 'Pretty' },
        { value: 'raw', label: 'Raw' },
        { value: 'hex', label: 'Hex' },
      ]}
    />
  );
}

interface FormatSelectProps {
  suited: [Viewer, ...Viewer[]];
  format: string;
  onFormat: (format: string) => void;
}

function FormatSelect({ suited, format, onFormat }: FormatSelectProps) {
  if (suited.length < 2) return null;
  return (
    <Select
      label="Format"
      className="h-7! w-auto! text-sm"
      value={format}
      onValue={onFormat}
      options={[
        { value: AUTO, label: `Auto: ${suited[0].label}` },
        ...suited.map(({ id, label: name }) => ({ value: id, label: name })),
      ]}
    />
  );
}

type Shared = Pick<LoadedProps, 'content' | 'label' | 'view' | 'onView' | 'facts'>;

function Shown({ viewer, content, label, view, onView, facts }: Shared & { viewer: Viewer }) {
  const shared = {
    ...{ content, label, facts, options: view },
    onOptions: (options: ViewOptions) => onView({ ...view, ...options }),
    showInside: (inside: BodyContent, name: string): ReactNode => (
      <Inside content={inside} label={name} {...{ view, onView, facts }} />
    ),
  };
  const Fallback = viewer.id === 'text' ? hexViewer.Component : textViewer.Component;
  return (
    <ViewerBoundary
      fallback={(message) => (
        <>
          <ViewerNotice tone="warn">
            The {viewer.label} view failed on this body and shows it raw instead: {message}
          </ViewerNotice>
          <Fallback {...shared} />
        </>
      )}
    >
      <viewer.Component {...shared} />
    </ViewerBoundary>
  );
}

/** A body inside another, such as a part of a form, with the same choice of formats. */
function Inside(props: Shared) {
  const { content } = props;
  const suited = useMemo(() => viewersFor(content), [content]);
  const [format, setFormat] = useState(AUTO);
  const viewer = suited.find(({ id }) => id === format) ?? suited[0];
  return (
    <>
      <div className="flex-none">
        <FormatSelect suited={suited} format={format} onFormat={setFormat} />
      </div>
      <Shown key={viewer.id} viewer={viewer} {...props} />
    </>
  );
}

function BodyActions({ content, compression, bytes, size, fileName, facts }: LoadedProps) {
  const binary = useMemo(() => isBinary(content), [content]);
  const encoding = compression.kind === 'decompressed' ? compression.encoding : null;
  return (
    <div className="ml-auto flex flex-none items-center gap-1">
      <span className="mr-1 text-ink3 text-sm" title={`${count(size)} bytes`}>
        {formatBytes(size)}
      </span>
      {binary ? null : (
        <CopyButton
          size="md"
          text={() => content.text().text}
          label="Copy the body as text"
          onError={facts.onCopyError}
        />
      )}
      <SaveButton
        bytes={bytes}
        name={() => fileNameOf(fileName, content, encoding)}
        label="Save the body as a file"
      />
    </div>
  );
}

function CompressionNotice({ compression, wire }: { compression: Decompressed; wire: number }) {
  switch (compression.kind) {
    case 'plain':
      return null;
    case 'decompressed':
      return (
        <ViewerNotice>
          Sent compressed with {compression.encoding}: {formatBytes(wire)} that unpack to{' '}
          {compression.cut ? 'more than ' : ''}
          {formatBytes(compression.bytes.length)}. Hex shows the bytes as they came.
        </ViewerNotice>
      );
    case 'unreadable':
      return <ViewerNotice tone="warn">{compression.message}.</ViewerNotice>;
  }
}
