// Multipart bodies: the parts as a table, each of which opens in the viewer that suits it and can be saved.

import { ArrowLeft } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { Button } from '../components/Button.tsx';
import { Spinner } from '../components/Spinner.tsx';
import { count, counted, bytes as formatBytes } from '../lib/format.ts';
import { type BodyContent, createContent } from './content.ts';
import { Fields } from './Fields.tsx';
import type { TableField } from './FieldTable.tsx';
import { visibleText } from './invisible-characters.ts';
import { decodeMultipart, type Part } from './multipart-decode.ts';
import { SaveButton } from './SaveButton.tsx';
import { fileNameOf, safeFileName } from './save-file.ts';
import { useSliced } from './use-sliced.ts';
import type { Viewer, ViewerProps } from './viewer.ts';

function MultipartView(props: ViewerProps) {
  const { content, label, facts } = props;
  const make = useCallback(
    () => decodeMultipart(content.bytes, content.contentType ?? ''),
    [content],
  );
  const decoded = useSliced(make);
  const [open, setOpen] = useState<number | null>(null);
  const fields = useMemo(
    () => (decoded?.parts ?? []).map((part, index) => fieldOf(part, index, setOpen)),
    [decoded],
  );
  if (decoded === null) return <Spinner label="Taking the form apart" showLabel />;
  const { parts, problem } = decoded;
  const part = open === null ? undefined : parts[open];
  if (part !== undefined && open !== null) {
    const place = `Part ${count(open + 1)} of ${count(parts.length)}`;
    return <OpenPart {...props} part={part} place={place} onBack={() => setOpen(null)} />;
  }
  return (
    <Fields
      label={label}
      caption={`Form in ${counted(parts.length, 'part', 'parts')}`}
      fields={fields}
      notice={problem === null ? null : `${problem}.`}
      facts={facts}
    />
  );
}

function fieldOf(part: Part, index: number, onOpen: (index: number) => void): TableField {
  const name = partName(part);
  return {
    key: index,
    name: part.name,
    value: part.value ?? '',
    note: noteOf(part),
    actions:
      part.bytes.length === 0 ? null : (
        <div className="-ml-2 flex items-center">
          <Button
            size="sm"
            variant="ghost"
            aria-label={`Open ${name}`}
            onClick={() => onOpen(index)}
          >
            Open
          </Button>
          <SavePart part={part} name={name} />
        </div>
      ),
  };
}

function SavePart({ part, name }: { part: Part; name: string }) {
  return (
    <SaveButton
      size="sm"
      bytes={part.bytes}
      label={`Save ${name} as a file`}
      name={() =>
        part.filename === null
          ? fileNameOf(part.name, contentOf(part), null)
          : safeFileName(part.filename)
      }
    />
  );
}

function partName({ filename, name }: Part): string {
  return visibleText((filename ?? name).slice(0, 60)) || 'this part';
}

function noteOf({ filename, contentType, bytes, value, cut }: Part): string | null {
  if (value !== null && !cut) return contentType;
  const what = filename === null ? (cut ? 'Its beginning' : 'Binary') : `File ${filename}`;
  const type = contentType === null ? '' : `, ${contentType}`;
  return `${what}${type}, ${formatBytes(bytes.length)}`;
}

function contentOf(part: Part): BodyContent {
  return createContent(part.bytes, part.contentType);
}

interface OpenPartProps extends ViewerProps {
  part: Part;
  place: string;
  onBack: () => void;
}

function OpenPart({ part, place, label, showInside, onBack }: OpenPartProps) {
  const content = useMemo(() => contentOf(part), [part]);
  const name = partName(part);
  return (
    <>
      <div className="flex flex-none items-center gap-2">
        <Button size="sm" autoFocus icon={<ArrowLeft aria-hidden="true" />} onClick={onBack}>
          All parts
        </Button>
        <span className="min-w-0 flex-1 truncate text-ink2">
          {place}: <span className="wire">{name}</span>
          {part.contentType === null ? '' : `, ${visibleText(part.contentType.slice(0, 80))}`}
          {`, ${formatBytes(part.bytes.length)}`}
        </span>
        <SavePart part={part} name={name} />
      </div>
      {showInside(content, `${label}, ${name}`)}
    </>
  );
}

export const multipartViewer: Viewer = {
  id: 'multipart',
  label: 'Parts',
  canShow: ({ bytes, mediaType }) => (bytes.length > 0 && /^multipart\//.test(mediaType) ? 110 : 0),
  Component: MultipartView,
};
