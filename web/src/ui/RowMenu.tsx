import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from './icons';
import type { ReactNode } from 'react';
import { useTranslation } from '../platform/i18n';

/** Three dots beside what it acts on; the children are `Menu.Item`s. */
export function RowMenu({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Menu width={260}>
      <Menu.Target>
        <ActionIcon aria-label={t('actions.moreFor', { name })}>
          <IconDots size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
