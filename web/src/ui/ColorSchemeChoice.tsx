import { useMantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconMoon, IconSun } from './icons';
import { useTranslation } from '../platform/i18n';
import { Choice } from './Choice';

const icons = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop };
const schemes = ['light', 'dark', 'auto'] as const;

/** Light, dark, or as the device is set; kept on this device. */
export function ColorSchemeChoice() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const options = schemes.map((value) => {
    const Icon = icons[value];
    return { value, label: t(`colorScheme.${value}`), icon: <Icon size={18} /> };
  });
  return (
    <Choice label={t('colorScheme.label')} value={colorScheme} options={options} onChange={setColorScheme} />
  );
}
