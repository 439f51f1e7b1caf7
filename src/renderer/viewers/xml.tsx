// XML: the sent text, indented, with folding. SVG and XHTML are shown the same way, as text.

import { type BodyContent, isBinary } from './content.ts';
import { Reindented } from './Reindented.tsx';
import { looksXml } from './sniff.ts';
import type { Viewer, ViewerProps } from './viewer.ts';
import { reindentXml } from './xml-reindent.ts';

function XmlView(props: ViewerProps) {
  return <Reindented {...props} name="XML" language="xml" reindent={reindentXml} />;
}

function canShow(content: BodyContent): number {
  if (content.bytes.length === 0 || isBinary(content)) return 0;
  if (/[/+]xml$/.test(content.mediaType)) return 100;
  return looksXml(content.bytes) ? 50 : 0;
}

export const xmlViewer: Viewer = { id: 'xml', label: 'XML', canShow, Component: XmlView };
