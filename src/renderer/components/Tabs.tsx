// Tabs with an underline, as in the detail pane. Only the chosen panel is mounted.

import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';

export interface TabItem<T extends string> {
  value: T;
  label: string;
  /** A count or a mark after the label. */
  note?: ReactNode;
}

export interface TabsProps<T extends string> {
  label: string;
  value: T;
  onValue: (value: T) => void;
  items: TabItem<T>[];
  /** The panel of the chosen tab. */
  children: ReactNode;
  className?: string;
  listClassName?: string;
  panelClassName?: string;
}

export function Tabs<T extends string>(props: TabsProps<T>) {
  const { label, value, onValue, items, children, className, listClassName, panelClassName } =
    props;
  return (
    <Radix.Root
      value={value}
      onValueChange={(next) => onValue(next as T)}
      className={cx('flex min-h-0 flex-col', className)}
    >
      <div className="@container/tabs flex-none">
        <Radix.List
          aria-label={label}
          className={cx(
            'flex flex-wrap gap-x-3.5 border-line border-b',
            // In one row from 350 px on.
            '@max-[440px]/tabs:gap-x-2.5 @max-[440px]/tabs:text-sm',
            '@max-[392px]/tabs:gap-x-2 @max-[392px]/tabs:px-3',
            listClassName,
          )}
        >
          {items.map((item) => (
            <Radix.Trigger
              key={item.value}
              value={item.value}
              className="ring-inside relative -mx-1.5 whitespace-nowrap rounded-sm px-1.5 pt-[7px] pb-[9px] font-medium text-ink2 hover:text-ink data-[state=active]:font-semibold data-[state=active]:text-ink after:inset-x-1.5 after:bottom-0 after:h-0.5 after:bg-accent data-[state=active]:after:absolute"
            >
              <Label text={item.label} />
              {item.note === undefined || item.note === null ? null : (
                <>
                  {' '}
                  <span className="font-normal text-ink3 @max-[392px]/tabs:sr-only">
                    {item.note}
                  </span>
                </>
              )}
            </Radix.Trigger>
          ))}
        </Radix.List>
      </div>
      <Radix.Content
        value={value}
        className={cx('ring-inside min-h-0 flex-1 overflow-y-auto', panelClassName)}
      >
        {children}
      </Radix.Content>
    </Radix.Root>
  );
}

/** As wide as in bold, so that choosing another tab moves none. */
function Label({ text }: { text: string }) {
  return (
    <span
      data-text={text}
      className="inline-grid after:invisible after:h-0 after:overflow-hidden after:font-semibold after:content-[attr(data-text)]"
    >
      {text}
    </span>
  );
}
