// A viewer that fails must not take the pane with it: what it failed on is shown raw, and said.

import { Component, type ReactNode } from 'react';

export interface ViewerBoundaryProps {
  /** Shown instead, told what went wrong. */
  fallback: (message: string) => ReactNode;
  children: ReactNode;
}

interface State {
  message: string | null;
}

/** Give it a `key` of what it shows: a new body gets a new chance. */
export class ViewerBoundary extends Component<ViewerBoundaryProps, State> {
  override state: State = { message: null };

  static getDerivedStateFromError(error: unknown): State {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    const { message } = this.state;
    return message === null ? this.props.children : this.props.fallback(message);
  }
}
