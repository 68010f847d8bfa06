import { Button } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import type { ThemeFont } from '../../gql/graphql';
import { changeOf } from '../../platform/change';
import type { UserErrorLike } from '../../platform/errors';
import { Choice } from '../../ui/Choice';
import type { MutationForm } from '../../ui/useMutationForm';
import { BrandPreview } from './BrandPreview';
import { ColourField, isColour } from './ColourField';
import classes from './company.module.css';
import { SettingsForm } from './SettingsForm';
import type { SettingsProps } from './useCompanySettings';
import { useSettingsForm } from './useSettingsForm';

const fonts = ['INTER', 'SYSTEM', 'SERIF'] as const satisfies readonly ThemeFont[];

interface Look extends Record<string, unknown> {
  primary: string;
  accent: string;
  font: ThemeFont;
}

/** Colours and typeface, shown as customers will see them before they are saved. */
export function LookForm(part: SettingsProps) {
  const { t } = useTranslation('settings');
  const { settings, form, saved, reload } = useSettingsForm<Look>(part, {
    id: 'settings-look',
    valuesOf: ({ company: { theme } }) => ({
      primary: theme.primary,
      accent: theme.accent,
      font: theme.font,
    }),
    check: (values) => (['primary', 'accent'] as const).flatMap((name) => noColour(name, values[name])),
    changeOf: (values, initial) => changeOf(values, initial) as Partial<Look>,
    wording: ({ reason, proposal }) => {
      if (reason === 'contrast') return t('contrast', { proposal });
      return reason === 'invalid' ? t('notAColour') : null;
    },
  });
  const { company } = settings;
  const { values, setFieldValue } = form.form;
  const colour = (name: 'primary' | 'accent', label: string, description: string) => (
    <div className={classes.colour}>
      <ColourField
        field={form.field(name, label)}
        value={values[name]}
        onPick={(picked) => setFieldValue(name, picked)}
        description={description}
      />
      <Proposal of={form} name={name} />
    </div>
  );
  return (
    <SettingsForm of={form} saved={saved} reload={reload}>
      <div className={classes.look}>
        <div className={classes.colours}>
          {colour('primary', t('primary'), t('primaryHint'))}
          {colour('accent', t('accent'), t('accentHint'))}
          <Choice
            label={t('font')}
            value={values.font}
            options={fonts.map((value) => ({ value, label: t(`fonts.${value}`) }))}
            onChange={(value) => setFieldValue('font', value)}
          />
        </div>
        <BrandPreview
          name={company.name}
          logoUrl={company.logo?.url ?? null}
          imageUrl={company.loginImage?.small ?? null}
          brand={{
            primary: isColour(values.primary) ? values.primary : saved.primary,
            accent: isColour(values.accent) ? values.accent : saved.accent,
            font: values.font,
          }}
        />
      </div>
    </SettingsForm>
  );
}

/** The server refused a colour and knows the nearest one that can be read: one press takes it. */
function Proposal({ of: form, name }: { of: MutationForm<Look>; name: 'primary' | 'accent' }) {
  const { t } = useTranslation('settings');
  const refused = form.errors.find(({ field, error }) => field === name && error.reason === 'contrast');
  const proposal = refused?.error.proposal;
  if (!proposal || form.form.values[name] === proposal) return null;
  const use = () => {
    form.form.setFieldValue(name, proposal);
    form.clearErrors();
  };
  return (
    <div>
      <Button
        variant="default"
        leftSection={<span className={classes.dot} style={{ background: proposal }} aria-hidden />}
        onClick={use}
      >
        {t('useProposal', { proposal })}
      </Button>
    </div>
  );
}

const noColour = (name: string, value: string): UserErrorLike[] =>
  isColour(value) ? [] : [{ code: 'VALIDATION_FAILED', reason: 'invalid', field: [name] }];
