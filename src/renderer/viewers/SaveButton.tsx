// Saves bytes as a file, or has them dragged out of the window as one.

import { Download } from 'lucide-react';
import { IconButton } from '../components/IconButton.tsx';
import type { Bytes } from './content.ts';
import { dragFile, saveFile } from './save-file.ts';

export interface SaveButtonProps {
  bytes: Bytes;
  /** Told when it is needed. */
  name: () => string;
  /** "Save the body as a file". */
  label: string;
  size?: 'sm' | 'md';
}

export function SaveButton({ bytes, name, label, size = 'md' }: SaveButtonProps) {
  return (
    <IconButton
      size={size}
      label={`${label}, or drag it out`}
      icon={<Download aria-hidden="true" />}
      draggable
      onDragStart={(event) => dragFile(event, bytes, name())}
      onClick={() => saveFile(bytes, name())}
    />
  );
}
