import { Avatar, Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from '../platform/i18n';
import classes from './UserMenu.module.css';

export interface UserMenuProps {
  name: string;
  detail?: string | null;
  pictureUrl?: string | null;
  /** Shows the name beside the picture where the frame has room for it. */
  withName?: boolean;
  /** `Menu.Item`s. */
  children: ReactNode;
}

/** The person's picture top right; what she can do with her account behind it. */
export function UserMenu({ name, detail, pictureUrl, withName = false, children }: UserMenuProps) {
  const { t } = useTranslation();
  return (
    <Menu width={260}>
      <Menu.Target>
        <UnstyledButton className={classes.button}>
          <VisuallyHidden>{`${t('nav.account')}: ${name}`}</VisuallyHidden>
          <span aria-hidden>
            <Avatar src={pictureUrl} name={name} alt="" size={40} color="gray" />
          </span>
          {withName && (
            <span aria-hidden className={classes.name}>
              {name}
            </span>
          )}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {name}
          {detail && <div>{detail}</div>}
        </Menu.Label>
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
