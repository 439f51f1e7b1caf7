// The beginning of a large body while the rest is on its way or being worked on, and how far that is.

import { useMemo } from 'react';
import { Spinner } from '../components/Spinner.tsx';
import { bytes as formatBytes } from '../lib/format.ts';
import { type BeginningKind, beginningLines } from './beginning-lines.ts';
import type { BodyContent } from './content.ts';
import { JsonLines } from './JsonLines.tsx';

/** Smaller bodies are shown whole before anybody could read their beginning. */
const LARGE_BYTES = 1024 * 1024;

const WORK: Record<BeginningKind, string> = {
  json: 'Formatting the JSON',
  xml: 'Formatting the XML',
  text: 'Decoding the text',
  hex: 'Loading the bytes',
};

export interface Loaded {
  loaded: number;
  size: number;
}

export interface BeginningProps {
  content: Pick<BodyContent, 'bytes' | 'wire' | 'contentType'>;
  /** "Request body". */
  label: string;
  kind: BeginningKind;
  /** How much has come; null when all has, and is worked on. */
  progress?: Loaded | null;
}

export function Beginning({ content, label, kind, progress = null }: BeginningProps) {
  const size = progress?.size ?? content.bytes.length;
  const large = size > LARGE_BYTES;
  const lines = useMemo(() => (large ? beginningLines(content, kind) : []), [content, kind, large]);
  const work = WORK[kind];
  if (!large) return <Spinner label={progress === null ? work : 'Loading the body'} showLabel />;
  return (
    <section
      aria-label={`${label}, its beginning`}
      aria-busy="true"
      className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-card border border-line"
    >
      <div className="relative flex h-8 flex-none items-center border-line2 border-b px-3 text-ink3 text-sm">
        {progress === null ? <Spinner label={work} showLabel /> : <Progress {...progress} />}
      </div>
      <div className="min-h-0 flex-1 overflow-hidden px-3 py-2">
        <JsonLines lines={lines} json={kind === 'json'} maxLineCharacters={8000} />
      </div>
    </section>
  );
}

/** How much of a body has come, as words and as a bar. */
export function Progress({ loaded, size }: Loaded) {
  const percent = Math.floor((loaded / size) * 100);
  return (
    <>
      <span className="flex-1 truncate">
        {formatBytes(loaded)} of {formatBytes(size)} loaded
      </span>
      <span
        role="progressbar"
        aria-label="Loading the body"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        className="absolute inset-x-0 -bottom-px h-0.5"
      >
        <span
          className="block h-full bg-accent transition-[width] duration-100"
          style={{ width: `${percent}%` }}
        />
      </span>
    </>
  );
}
