import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconMoon, IconSun } from './icons';
import { useTranslation } from '../platform/i18n';

/** Light or dark, in one press; `ColorSchemeChoice` can also leave it to the device. */
export function ColorSchemeToggle() {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const other = useComputedColorScheme('light') === 'light' ? 'dark' : 'light';
  const Icon = other === 'dark' ? IconMoon : IconSun;
  return (
    <ActionIcon aria-label={t(`colorScheme.switchTo.${other}`)} onClick={() => setColorScheme(other)}>
      <Icon size={20} />
    </ActionIcon>
  );
}
