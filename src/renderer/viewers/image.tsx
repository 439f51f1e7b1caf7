// Raster images, told by their magic bytes and drawn by the browser's own decoder from a blob URL.
// SVG is text here: it can hold scripts and can reach the network.

import { useEffect, useState } from 'react';
import { count, bytes as formatBytes } from '../lib/format.ts';
import type { BodyContent } from './content.ts';
import { type ImageKind, sniffImage } from './sniff.ts';
import { ViewerNotice } from './ViewerNotice.tsx';
import type { Viewer, ViewerProps } from './viewer.ts';

const CHECKERED =
  'bg-[repeating-conic-gradient(var(--line2)_0_25%,transparent_0_50%)] bg-[length:16px_16px]';

function ImageView({ content, label }: ViewerProps) {
  const kind = sniffImage(content.bytes);
  const url = useBlobUrl(content, kind);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);
  const [broken, setBroken] = useState(false);
  if (kind === null || url === null) return null;
  if (broken) {
    return (
      <ViewerNotice tone="warn">
        The body begins like a {kind.name} image but cannot be drawn: it is damaged or cut short.
        Hex shows its bytes.
      </ViewerNotice>
    );
  }
  return (
    <figure className="flex min-h-0 flex-1 flex-col overflow-hidden rounded-card border border-line">
      <figcaption className="flex-none border-line2 border-b px-3 py-1.5 text-ink3 text-sm">
        {kind.name}
        {size ? `, ${count(size.width)} × ${count(size.height)} pixels` : ''},{' '}
        {formatBytes(content.bytes.length)}
      </figcaption>
      <div className={`grid min-h-0 flex-1 place-items-center overflow-auto p-3 ${CHECKERED}`}>
        <img
          src={url}
          alt={`${label} (${kind.name})`}
          decoding="async"
          className="max-h-full max-w-full object-contain"
          onLoad={({ currentTarget: image }) =>
            setSize({ width: image.naturalWidth, height: image.naturalHeight })
          }
          onError={() => setBroken(true)}
        />
      </div>
    </figure>
  );
}

function useBlobUrl(content: BodyContent, kind: ImageKind | null): string | null {
  const [url, setUrl] = useState<string | null>(null);
  const mime = kind?.mime ?? null;
  useEffect(() => {
    if (mime === null) return;
    const made = URL.createObjectURL(new Blob([content.bytes], { type: mime }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [content, mime]);
  return url;
}

export const imageViewer: Viewer = {
  id: 'image',
  label: 'Image',
  canShow: (content) => (sniffImage(content.bytes) === null ? 0 : 120),
  Component: ImageView,
};
