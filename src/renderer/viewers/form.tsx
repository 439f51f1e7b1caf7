// Form fields as a table: decoded, in order, duplicates kept. Both kinds of forms that HTTP knows.

import { type ReactNode, useCallback, useState } from 'react';
import { Button } from '../components/Button.tsx';
import { Spinner } from '../components/Spinner.tsx';
import { count, counted, bytes as formatBytes } from '../lib/format.ts';
import type { BodyContent } from './content.ts';
import { FieldTable, type TableField } from './FieldTable.tsx';
import { decodeForm, MAX_FIELDS } from './form-decode.ts';
import { decodeMultipart, type Part } from './multipart.ts';
import type { Sliced } from './sliced.ts';
import { useSliced } from './use-sliced.ts';
import { ViewerNotice } from './ViewerNotice.tsx';
import type { Viewer, ViewerProps } from './viewer.ts';

const FIELDS_SHOWN = 100;
const MULTIPART = 'multipart/form-data';

interface Fields {
  fields: TableField[];
  notice: string | null;
}

function* urlEncodedFields(content: BodyContent): Sliced<Fields> {
  const { fields, cut } = yield* decodeForm((yield* content.decode()).text);
  return {
    fields: fields.map((field, index) => ({
      key: index,
      name: field.name,
      value: field.value,
      note: noteOf(field.hasValue, field.malformed),
    })),
    notice: cut ? `Only the first ${count(MAX_FIELDS)} fields are listed.` : null,
  };
}

function noteOf(hasValue: boolean, malformed: boolean): string | null {
  if (malformed) return 'Holds a percent sign that is no escape; shown as it came';
  return hasValue ? null : 'Sent without an equals sign';
}

function* multipartFields(content: BodyContent): Sliced<Fields> {
  const { parts, problem } = yield* decodeMultipart(content.bytes, content.contentType ?? '');
  return {
    fields: parts.map((part, index) => ({
      key: index,
      name: part.name,
      value: part.value ?? '',
      note: part.value === null ? fileNote(part) : part.contentType,
    })),
    notice: problem === null ? null : `${problem}.`,
  };
}

function fileNote(part: Part): string {
  const name = part.filename === null ? 'Binary' : `File ${part.filename}`;
  const type = part.contentType === null ? '' : `, ${part.contentType}`;
  return `${name}${type}, ${formatBytes(part.bytes.length)}`;
}

function FormView({ content, label }: ViewerProps): ReactNode {
  const make = useCallback(
    () => (content.mediaType === MULTIPART ? multipartFields(content) : urlEncodedFields(content)),
    [content],
  );
  const decoded = useSliced(make);
  const [shown, setShown] = useState(FIELDS_SHOWN);
  if (decoded === null) return <Spinner label="Decoding the form" showLabel />;
  const { fields, notice } = decoded;
  return (
    <>
      {notice === null ? null : <ViewerNotice tone="warn">{notice}</ViewerNotice>}
      <div className="flex min-h-0 flex-col overflow-hidden rounded-card border border-line">
        <p className="flex-none border-line2 border-b px-3 py-1.5 text-ink3 text-sm">
          Form, {counted(fields.length, 'field', 'fields')}
        </p>
        <div className="min-h-0 overflow-y-auto">
          <FieldTable label={label} fields={fields.slice(0, shown)} />
          {fields.length > shown ? (
            <div className="border-line2 border-t p-2">
              <Button size="sm" variant="ghost" onClick={() => setShown(shown + FIELDS_SHOWN)}>
                Show {count(Math.min(FIELDS_SHOWN, fields.length - shown))} more of{' '}
                {count(fields.length - shown)}
              </Button>
            </div>
          ) : null}
        </div>
      </div>
    </>
  );
}

export const formViewer: Viewer = {
  id: 'form',
  label: 'Form',
  canShow(content) {
    if (content.bytes.length === 0) return 0;
    if (content.mediaType === 'application/x-www-form-urlencoded') return 100;
    return content.mediaType === MULTIPART ? 110 : 0;
  },
  Component: FormView,
};
