// What a body viewer is: a small component that says how well it suits a body. index.ts lists them.

import type { ComponentType, ReactNode } from 'react';
import type { BodyContent } from './content.ts';
import type { ValuePath } from './value-path.ts';

export interface ViewOptions {
  /** Long lines go on below instead of to the right. */
  wrap: boolean;
  /** Spaces, tabs and line ends are shown as marks. */
  invisibles: boolean;
}

/** What a body is part of, as far as its viewers may make use of it. */
export interface BodyFacts {
  /** When it came (ISO 8601): times in it are told from there. Null when that is not known. */
  receivedAt: string | null;
  /** Filters the list by a value of JSON; absent where there is no list to filter. */
  onFilter?: (path: ValuePath, value: string) => void;
  onCopyError: (error: unknown) => void;
}

export interface ViewerProps {
  content: BodyContent;
  /** What is shown, for the accessible name: "Request body". */
  label: string;
  options: ViewOptions;
  onOptions: (options: ViewOptions) => void;
  facts: BodyFacts;
  /** Shows a body that is inside this one, such as a part of a form, in the viewer that suits it. */
  showInside: (content: BodyContent, label: string) => ReactNode;
}

export interface Viewer {
  id: string;
  /** As the format menu calls it. */
  label: string;
  /** How well it suits: the highest is chosen by itself, 0 means it cannot show this body. */
  canShow(content: BodyContent): number;
  Component: ComponentType<ViewerProps>;
}
