// The value of JSON that one stands on, and what can be done with it.

import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { copyText } from '../../lib/clipboard.ts';
import type { PrettyJson } from '../json-reindent.ts';
import { useAnswer } from '../use-answer.ts';
import { pathText, unquoted, type ValueAt, valueAt, valueText } from '../value-path.ts';
import type { BodyFacts } from '../viewer.ts';
import { type CodeDocument, textLineAt } from './code-document.ts';
import type { CurrentLineKeys } from './current-line.ts';

export interface JsonValue {
  value: ValueAt | null;
  /** For the editor; null where there is no JSON. Stable while the body is the same. */
  keys: CurrentLineKeys | null;
  text: () => string;
  path: () => string;
  copyValue: () => void;
  copyPath: () => void;
  filter: (() => void) | null;
}

export function useJsonValue(
  document: CodeDocument,
  json: PrettyJson | null,
  { onFilter, onCopyError }: BodyFacts,
): JsonValue {
  const [chosen, setChosen] = useState<{ json: PrettyJson; value: ValueAt | null } | null>(null);
  const value = chosen !== null && chosen.json === json ? chosen.value : null;
  const text = () => (json === null || value === null ? '' : valueText(json, value));
  const path = () => (value === null ? '' : pathText(value.path));
  const copy = (made: string) => void copyText(made).catch(onCopyError);
  const copyValue = () => copy(text());
  const copyPath = () => copy(path());
  const able = value !== null;
  useAnswer('copy-value', able ? copyValue : null);
  useAnswer('copy-path', able ? copyPath : null);

  const latest = useRef({ able, copyValue, copyPath });
  useEffect(() => {
    latest.current = { able, copyValue, copyPath };
  });
  const onLine = useCallback(
    (position: number) => {
      if (json === null) return;
      setChosen({ json, value: valueAt(json, textLineAt(document, position) - 1) });
    },
    [document, json],
  );
  const keys = useMemo<CurrentLineKeys | null>(
    () =>
      json === null
        ? null
        : {
            onLine,
            onCopyValue() {
              if (latest.current.able) latest.current.copyValue();
              return latest.current.able;
            },
            onCopyPath() {
              if (latest.current.able) latest.current.copyPath();
              return latest.current.able;
            },
          },
    [json, onLine],
  );
  const scalar = value !== null && value.path.length > 0 && !/^[{[]/.test(value.token);
  const filter =
    scalar && onFilter !== undefined ? () => onFilter(value.path, unquoted(value.token)) : null;
  return { value, keys, text, path, copyValue, copyPath, filter };
}
