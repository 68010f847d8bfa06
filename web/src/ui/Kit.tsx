import './mantine.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { themeOf } from './theme';
import { useBrand } from './ThemeProvider';

const schemes = localStorageColorSchemeManager({ key: 'portico.color-scheme' });

/** Around what is drawn with Mantine. The first page of the portal is not, and does not download it. */
export function Kit({ children }: { children: ReactNode }) {
  const brand = useBrand();
  const theme = useMemo(() => themeOf(brand), [brand]);
  return (
    <MantineProvider
      theme={theme}
      withCssVariables={false}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
    >
      {children}
    </MantineProvider>
  );
}
