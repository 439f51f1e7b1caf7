// The body viewers, and the choice of the one that suits a body best.

import type { BodyContent } from './content.ts';
import { formViewer } from './form.tsx';
import { hexViewer } from './hex.tsx';
import { imageViewer } from './image.tsx';
import { jsonViewer } from './json.tsx';
import { jsonLinesViewer } from './json-lines.tsx';
import { multipartViewer } from './multipart.tsx';
import { textViewer } from './text.tsx';
import type { Viewer } from './viewer.ts';
import { xmlViewer } from './xml.tsx';

export const viewers: readonly Viewer[] = [
  jsonViewer,
  jsonLinesViewer,
  xmlViewer,
  formViewer,
  multipartViewer,
  imageViewer,
  textViewer,
  hexViewer,
];

/** The viewers that can show a body, the best first. A viewer whose judgement throws is left out. */
export function viewersFor(
  content: BodyContent,
  from: readonly Viewer[] = viewers,
): [Viewer, ...Viewer[]] {
  const rated = from.flatMap((viewer) => {
    const priority = rating(viewer, content);
    return priority > 0 ? [{ viewer, priority }] : [];
  });
  rated.sort((a, b) => b.priority - a.priority);
  const [best = textViewer, ...others] = rated.map(({ viewer }) => viewer);
  return [best, ...others];
}

function rating(viewer: Viewer, content: BodyContent): number {
  try {
    return viewer.canShow(content);
  } catch {
    return 0;
  }
}
