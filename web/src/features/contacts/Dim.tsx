import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** What stands where nothing is known. */
export const Dim = ({ children }: { children: ReactNode }) => (
  <Text span c="dimmed">
    {children}
  </Text>
);
