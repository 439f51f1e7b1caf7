// What a body viewer is: a small component that says how well it suits a body. index.ts lists them.

import type { ComponentType } from 'react';
import type { BodyContent } from './content.ts';

export interface ViewOptions {
  /** Long lines go on below instead of to the right. */
  wrap: boolean;
  /** Spaces, tabs and line ends are shown as marks. */
  invisibles: boolean;
}

export interface ViewerProps {
  content: BodyContent;
  /** What is shown, for the accessible name: "Request body". */
  label: string;
  options: ViewOptions;
  onOptions: (options: ViewOptions) => void;
}

export interface Viewer {
  id: string;
  /** As the format menu calls it. */
  label: string;
  /** How well it suits: the highest is chosen by itself, 0 means it cannot show this body. */
  canShow(content: BodyContent): number;
  Component: ComponentType<ViewerProps>;
}
