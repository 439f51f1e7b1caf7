// A form's fields as a table: decoded, in order, duplicates kept.

import { useCallback } from 'react';
import { Spinner } from '../components/Spinner.tsx';
import { count, counted } from '../lib/format.ts';
import type { BodyContent } from './content.ts';
import { Fields } from './Fields.tsx';
import type { TableField } from './FieldTable.tsx';
import { decodeForm, MAX_FIELDS } from './form-decode.ts';
import type { Sliced } from './sliced.ts';
import { useSliced } from './use-sliced.ts';
import type { Viewer, ViewerProps } from './viewer.ts';

interface Decoded {
  fields: TableField[];
  notice: string | null;
}

function* decode(content: BodyContent): Sliced<Decoded> {
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

function FormView({ content, label, facts }: ViewerProps) {
  const make = useCallback(() => decode(content), [content]);
  const decoded = useSliced(make);
  if (decoded === null) return <Spinner label="Decoding the form" showLabel />;
  const caption = `Form, ${counted(decoded.fields.length, 'field', 'fields')}`;
  return <Fields {...decoded} label={label} caption={caption} facts={facts} />;
}

export const formViewer: Viewer = {
  id: 'form',
  label: 'Form',
  canShow(content) {
    if (content.bytes.length === 0) return 0;
    return content.mediaType === 'application/x-www-form-urlencoded' ? 100 : 0;
  },
  Component: FormView,
};
