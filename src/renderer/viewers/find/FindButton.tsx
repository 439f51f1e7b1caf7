// Opens the search of a body.

import { Search } from 'lucide-react';
import { IconButton } from '../../components/IconButton.tsx';
import { keyLabel } from '../../lib/keyboard.ts';
import type { Find } from './use-find.ts';

export function FindButton({ find }: { find: Find }) {
  return (
    <IconButton
      size="sm"
      label="Find"
      kbd={keyLabel('mod+f')}
      icon={<Search aria-hidden="true" />}
      onClick={find.show}
    />
  );
}
