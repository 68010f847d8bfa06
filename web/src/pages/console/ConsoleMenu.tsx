import { useMutation } from '@apollo/client/react';
import { Menu, useMantineColorScheme } from '@mantine/core';
import {
  IconCheck,
  IconDeviceDesktop,
  IconLanguage,
  IconLogout,
  IconMoon,
  IconSun,
  IconUserCircle,
} from '../../ui/icons';
import { Link } from '../../platform/router';
import { AreaSwitchItem } from '../../features/session/AreaSwitchItem';
import { graphql } from '../../gql';
import { languageNames, languages, useTranslation } from '../../platform/i18n';
import { useViewer } from '../../platform/session';
import { useSignOut } from '../../platform/useSignOut';
import { useCommand } from '../../ui/useCommand';
import { UserMenu } from '../../ui/UserMenu';

const ChangeMyLanguage = graphql(`
  mutation ChangeMyLanguage($input: UpdateMyProfileInput!) {
    updateMyProfile(input: $input) {
      viewer {
        id
        language
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

const schemes = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop };

/** What a team member does with her account. */
export function ConsoleMenu() {
  const { t } = useTranslation(['console', 'common']);
  const viewer = useViewer();
  const signOut = useSignOut();
  return (
    <UserMenu name={viewer.name} detail={viewer.email} pictureUrl={viewer.picture?.url} withName>
      <Menu.Item component={Link} to="/console/profile" leftSection={<IconUserCircle size={18} />}>
        {t('nav.profile')}
      </Menu.Item>
      <LanguageItems />
      <SchemeItems />
      <Menu.Divider />
      <AreaSwitchItem from="console" />
      <Menu.Item leftSection={<IconLogout size={18} />} onClick={() => void signOut()}>
        {t('common:actions.signOut')}
      </Menu.Item>
    </UserMenu>
  );
}

function LanguageItems() {
  const { t } = useTranslation('common');
  const { language: current } = useViewer();
  const [change] = useMutation(ChangeMyLanguage);
  const { run } = useCommand();
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<IconLanguage size={18} />}>{t('language.label')}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        {languages.map((language) => (
          <Menu.Item
            key={language}
            lang={language.toLowerCase()}
            aria-current={language === current}
            rightSection={language === current && <IconCheck size={16} />}
            onClick={() =>
              void run(
                async () => (await change({ variables: { input: { language } } })).data?.updateMyProfile,
              )
            }
          >
            {languageNames[language]}
          </Menu.Item>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}

function SchemeItems() {
  const { t } = useTranslation('common');
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const Current = schemes[colorScheme];
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item leftSection={<Current size={18} />}>{t('colorScheme.label')}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown>
        {(['light', 'dark', 'auto'] as const).map((scheme) => {
          const Icon = schemes[scheme];
          return (
            <Menu.Item
              key={scheme}
              leftSection={<Icon size={18} />}
              aria-current={scheme === colorScheme}
              rightSection={scheme === colorScheme && <IconCheck size={16} />}
              onClick={() => setColorScheme(scheme)}
            >
              {t(`colorScheme.${scheme}`)}
            </Menu.Item>
          );
        })}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}
