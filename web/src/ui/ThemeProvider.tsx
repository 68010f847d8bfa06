import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { type Brand, themeOf, variablesOf } from './theme';
import { ToastPlace } from './toasts';

const schemes = localStorageColorSchemeManager({ key: 'portico.color-scheme' });

export function ThemeProvider({ brand, children }: { brand: Brand; children: ReactNode }) {
  const { primary, accent, font } = brand;
  const theme = useMemo(() => themeOf({ primary, accent, font }), [primary, accent, font]);
  const variables = useMemo(() => variablesOf({ primary, accent, font }), [primary, accent, font]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
    >
      {children}
      <ToastPlace />
    </MantineProvider>
  );
}
