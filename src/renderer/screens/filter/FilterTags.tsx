// The terms of a filter as tags: each says what it means, is edited as text by a click, and goes by its cross.

import { X } from 'lucide-react';
import { Tooltip } from '../../components/Tooltip.tsx';
import { tagWords } from './field-text.ts';

export interface FilterTagsProps {
  tags: readonly string[];
  onEdit: (index: number) => void;
  onRemove: (index: number) => void;
}

export function FilterTags({ tags, onEdit, onRemove }: FilterTagsProps) {
  if (tags.length === 0) return null;
  return (
    <ul aria-label="Filter" className="contents">
      {tags.map((tag, index) => (
        <Tag
          key={`${tags.slice(0, index).filter((other) => other === tag).length} ${tag}`}
          tag={tag}
          onEdit={() => onEdit(index)}
          onRemove={() => onRemove(index)}
        />
      ))}
    </ul>
  );
}

interface TagProps {
  tag: string;
  onEdit: () => void;
  onRemove: () => void;
}

function Tag({ tag, onEdit, onRemove }: TagProps) {
  const { lead, text, reading } = tagWords(tag);
  return (
    <li className="flex h-[22px] min-w-0 max-w-[min(100%,360px)] flex-none items-center rounded-md bg-sel text-sm">
      <Tooltip content={reading}>
        <button
          type="button"
          onClick={onEdit}
          className="flex h-full min-w-0 items-center gap-1 rounded-l-md pr-0.5 pl-[7px]"
        >
          {lead === '' ? null : (
            <>
              <span className="max-w-48 flex-none truncate text-ink3">{lead}</span>{' '}
            </>
          )}
          <span className="truncate font-medium text-ink">{text}</span>
          <span className="sr-only">. {reading}. Edit</span>
        </button>
      </Tooltip>
      <button
        type="button"
        aria-label={`Remove ${tag}`}
        onClick={onRemove}
        className="grid h-full w-5 flex-none place-items-center rounded-r-md text-ink3 hover:text-ink"
      >
        <X aria-hidden="true" className="size-3" />
      </button>
    </li>
  );
}
