// Where short messages appear: bottom right, in the colours of the theme.

import { Toaster as Sonner } from 'sonner';

export function Toaster({ theme }: { theme: 'light' | 'dark' }) {
  return (
    <Sonner
      theme={theme}
      position="bottom-right"
      offset={{ bottom: 40, right: 14 }}
      gap={8}
      closeButton
      // Sonner sets a face of its own.
      style={{ fontFamily: 'var(--face-words)' }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-[356px] items-start gap-2.5 rounded-card border border-line bg-raised p-3 text-base text-ink shadow-float',
          title: 'font-medium',
          description: 'text-ink2',
          icon: 'mt-px flex-none [&_svg]:size-4',
          content: 'min-w-0 flex-1 [overflow-wrap:anywhere]',
          error: '[&_[data-icon]]:text-bad',
          success: '[&_[data-icon]]:text-ok',
          warning: '[&_[data-icon]]:text-warn',
          closeButton:
            'order-last flex-none rounded-md p-0.5 text-ink3 hover:bg-hover hover:text-ink [&_svg]:size-3.5',
          actionButton:
            'flex-none self-center rounded-md border border-line px-2 py-0.5 font-medium text-sm hover:bg-hover',
        },
      }}
    />
  );
}
