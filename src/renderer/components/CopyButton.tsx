// Copies a text and says so where the finger is: the icon turns into a check for a moment.

import { Check, Copy } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { copyText } from '../lib/clipboard.ts';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';

export interface CopyButtonProps {
  /** The text, or a function that makes it when it is asked for. */
  text: string | (() => string);
  /** What is copied, for the accessible name: "Copy the public URL". */
  label: string;
  /** A visible word; without it only the icon shows. */
  children?: string;
  size?: 'sm' | 'md';
  /** Instead of the two sheets of paper. */
  icon?: ReactNode;
  onError?: (error: unknown) => void;
}

/** Who speaks to the screen says what is written there: the name has to contain it. */
function nameOf(label: string, visible: string): string {
  return label.toLowerCase().includes(visible.toLowerCase()) ? label : visible;
}

export function CopyButton(props: CopyButtonProps) {
  const { text, label, children, size = 'sm', onError } = props;
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1600);
    return () => clearTimeout(timer);
  }, [copied]);

  const copy = () => {
    copyText(typeof text === 'string' ? text : text())
      .then(() => setCopied(true))
      .catch((error: unknown) => onError?.(error));
  };
  const own = props.icon ?? <Copy aria-hidden="true" />;
  const icon = copied ? <Check aria-hidden="true" /> : own;
  return (
    <>
      {children === undefined ? (
        <IconButton size={size} label={copied ? 'Copied' : label} icon={icon} onClick={copy} />
      ) : (
        <Button
          size={size}
          icon={icon}
          aria-label={copied ? 'Copied' : nameOf(label, children)}
          onClick={copy}
        >
          {copied ? 'Copied' : children}
        </Button>
      )}
      <span role="status" className="sr-only">
        {copied ? 'Copied' : ''}
      </span>
    </>
  );
}
