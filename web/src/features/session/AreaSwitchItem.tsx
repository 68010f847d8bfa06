import { Menu } from '@mantine/core';
import { IconArrowsExchange } from '../../ui/icons';
import { Link } from '../../platform/router';
import type { Area } from './area';
import { useAreaSwitch } from './useAreaSwitch';

/** The way to the other side, for a person menu. */
export function AreaSwitchItem({ from }: { from: Area }) {
  const area = useAreaSwitch(from);
  if (!area) return null;
  return (
    <Menu.Item
      component={Link}
      to={area.to}
      leftSection={<IconArrowsExchange size={18} />}
      onClick={area.onClick}
    >
      {area.label}
    </Menu.Item>
  );
}
