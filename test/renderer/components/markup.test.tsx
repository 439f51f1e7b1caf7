import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Button } from '../../../src/renderer/components/Button.tsx';
import { Chip } from '../../../src/renderer/components/Chip.tsx';
import { CopyButton } from '../../../src/renderer/components/CopyButton.tsx';
import { EmptyState } from '../../../src/renderer/components/EmptyState.tsx';
import { Field } from '../../../src/renderer/components/Field.tsx';
import { Glyph } from '../../../src/renderer/components/Glyph.tsx';
import { IconButton } from '../../../src/renderer/components/IconButton.tsx';
import { Spinner } from '../../../src/renderer/components/Spinner.tsx';
import { TextInput } from '../../../src/renderer/components/TextInput.tsx';
import { TooltipProvider } from '../../../src/renderer/components/Tooltip.tsx';
import { VerdictChip } from '../../../src/renderer/components/VerdictChip.tsx';
import { delivery } from '../state/listed-host.ts';

const markup = (element: ReactElement) =>
  renderToStaticMarkup(<TooltipProvider>{element}</TooltipProvider>);
const textOf = (html: string) => html.replace(/<[^>]*>/g, '');

describe('components', () => {
  it('a verdict chip has a sign, a word and a sentence', () => {
    const stale = { status: 'failed' as const, reason: 'timestamp-stale' as const };
    const html = markup(<VerdictChip {...delivery(1, { verdict: stale })} />);
    expect(html).toContain('<svg');
    expect(textOf(html)).toBe('Stale');
    expect(html).toContain('title="Failed: the timestamp is too old."');
  });

  it('a chip without a sign is only its word', () => {
    expect(markup(<Chip tone="mute" word="draft" />)).not.toContain('<svg');
  });

  it('a button does not send a form unless it is told to, and shows its key', () => {
    const html = markup(<Button kbd="R">Replay</Button>);
    expect(html).toContain('type="button"');
    expect(html).toMatch(/<kbd[^>]*>R<\/kbd>/);
  });

  it('a button with only an icon has a name', () => {
    expect(markup(<IconButton label="More" icon={<svg />} />)).toContain('aria-label="More"');
  });

  it('a copy button is called by what is written on it', () => {
    const written = (label: string, text: string) =>
      markup(
        <CopyButton text="x" label={label}>
          {text}
        </CopyButton>,
      );
    expect(written('Copy the public URL', 'Copy')).toContain('aria-label="Copy the public URL"');
    expect(written('Copy it', 'Copy the new URL')).toContain('aria-label="Copy the new URL"');
  });

  it('a field ties its label, its help and its error to its control', () => {
    const html = markup(
      <Field label="Path" help="Begins with a slash." error="It must begin with /.">
        {(control) => <TextInput {...control} value="x" onValue={() => {}} />}
      </Field>,
    );
    const id = /<input[^>]* id="([^"]+)"/.exec(html)?.[1];
    expect(html).toContain(`for="${id}"`);
    expect(html).toContain(`aria-describedby="${id}-help ${id}-error"`);
    expect(html).toContain('aria-invalid="true"');
    expect(html).toMatch(/role="alert"[^>]*>It must begin with \/\./);
  });

  it('a field without an error says nothing of one', () => {
    const html = markup(
      <Field label="Path">
        {(control) => <TextInput {...control} value="" onValue={() => {}} />}
      </Field>,
    );
    expect(html).not.toContain('aria-invalid=');
    expect(html).not.toContain('role="alert"');
  });

  it('a spinner is not there at first', () => {
    expect(textOf(markup(<Spinner label="Loading" />))).toBe('');
  });

  it('a glyph is the initial of a provider, or a question mark', () => {
    expect(textOf(markup(<Glyph name="stripe" />))).toBe('S');
    expect(textOf(markup(<Glyph name={null} />))).toBe('?');
    expect(textOf(markup(<Glyph name="  " />))).toBe('?');
  });

  it('an empty state says what and what next', () => {
    const html = markup(
      <EmptyState title="Nothing is pinned" actions={<Button>Show all</Button>}>
        Press P.
      </EmptyState>,
    );
    expect(textOf(html)).toBe('Nothing is pinnedPress P.Show all');
  });
});
