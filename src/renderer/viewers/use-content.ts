// A body for the viewers: taken out of its compression where it has one.

import { useEffect, useState } from 'react';
import { type BodyContent, type Bytes, createContent } from './content.ts';
import { type Decompressed, decompress } from './decompress.ts';

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
  useEffect(() => {
    let stale = false;
    void decompress(bytes, contentEncoding).then((compression) => {
      if (stale) return;
      const unpacked = compression.kind === 'decompressed' ? compression.bytes : bytes;
      const content = createContent(unpacked, contentType, bytes);
      setPrepared({ wire: bytes, made: { content, compression } });
    });
    return () => {
      stale = true;
    };
  }, [bytes, contentType, contentEncoding]);
  return prepared !== null && prepared.wire === bytes ? prepared.made : null;
}
