import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { type Brand, variablesOf } from './brand';
import { ToastPlace } from './toasts';

const BrandContext = createContext<Brand | null>(null);

export function useBrand(): Brand {
  const brand = useContext(BrandContext);
  if (!brand) throw new Error('useBrand needs a ThemeProvider above');
  return brand;
}

/** The company's colours and letters for everything below, as variables; the rest of the look is in theme.css. */
export function ThemeProvider({ brand, children }: { brand: Brand; children: ReactNode }) {
  const { primary, accent, font } = brand;
  const own = useMemo(() => ({ primary, accent, font }), [primary, accent, font]);
  const variables = useMemo(() => styleOf(own), [own]);
  return (
    <BrandContext value={own}>
      <style>{variables}</style>
      {children}
      <ToastPlace />
    </BrandContext>
  );
}

function styleOf(brand: Brand): string {
  const { variables, light, dark } = variablesOf(brand);
  const rule = (selector: string, values: Record<string, string>) =>
    `${selector}{${Object.entries(values)
      .map(([name, value]) => `${name}:${value}`)
      .join(';')}}`;
  const scheme = (name: string) => `:root[data-mantine-color-scheme="${name}"]`;
  return rule(':root', variables) + rule(scheme('light'), light) + rule(scheme('dark'), dark);
}
