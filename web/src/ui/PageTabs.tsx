import { Tabs } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './PageTabs.module.css';

export interface PageTab<T extends string> {
  value: T;
  label: string;
  count?: number | null;
}

export interface PageTabsProps<T extends string> {
  label: string;
  tabs: PageTab<T>[];
  value: T;
  onChange: (value: T) => void;
  /** The content of the open tab. */
  children: ReactNode;
}

/** Parts of a page beside each other; the open one belongs in the address. */
export function PageTabs<T extends string>({ label, tabs, value, onChange, children }: PageTabsProps<T>) {
  const root = useRef<HTMLDivElement>(null);
  // On a phone the open tab may stand beyond the edge.
  useEffect(() => {
    const open = root.current?.querySelector('[role=tab][aria-selected=true]');
    open?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [value]);
  return (
    <Tabs
      ref={root}
      value={value}
      onChange={(next) => next && onChange(next as T)}
      keepMounted={false}
      classNames={{ root: classes.root, list: classes.list, tab: classes.tab, panel: classes.panel }}
    >
      <Tabs.List aria-label={label}>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab.value} value={tab.value}>
            {tab.label}
            {tab.count != null && <span className={classes.count}>{tab.count}</span>}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={value}>{children}</Tabs.Panel>
    </Tabs>
  );
}
