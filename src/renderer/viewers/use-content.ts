// A body for the viewers: taken out of its compression where it has one.

import { useEffect, useMemo, useState } from 'react';
import { type BodyContent, type Bytes, createContent } from './content.ts';
import { type Decompressed, decompress, isCompressed } from './decompress.ts';

export interface PreparedContent {
  content: BodyContent;
  /** What was done about a compression. */
  compression: Decompressed;
}

/** Null while a compressed body is unpacked; a plain one is there at once. */
export function useContent(
  bytes: Bytes,
  contentType: string | null,
  contentEncoding: string | null,
): PreparedContent | null {
  const [prepared, setPrepared] = useState<{ wire: Bytes; made: PreparedContent } | null>(null);
  const compressed = isCompressed(contentEncoding);
  const plain = useMemo<PreparedContent | null>(
    () =>
      compressed
        ? null
        : { content: createContent(bytes, contentType), compression: { kind: 'plain' } },
    [compressed, bytes, contentType],
  );
  useEffect(() => {
    if (!compressed) return;
    const left = new AbortController();
    void decompress(bytes, contentEncoding, { signal: left.signal }).then((compression) => {
      if (left.signal.aborted) return;
      const unpacked = compression.kind === 'decompressed' ? compression.bytes : bytes;
      const content = createContent(unpacked, contentType, bytes);
      setPrepared({ wire: bytes, made: { content, compression } });
    });
    return () => left.abort();
  }, [compressed, bytes, contentType, contentEncoding]);
  if (plain !== null) return plain;
  return prepared !== null && prepared.wire === bytes ? prepared.made : null;
}
