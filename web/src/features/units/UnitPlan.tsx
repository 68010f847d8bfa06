import type { FragmentType } from '@apollo/client/masking';
import { useMutation } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { UploadRefused, uploadFile } from '../../platform/upload';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { ImageUpload } from '../../ui/ImageUpload';
import { Panel } from '../../ui/Panel';
import classes from './units.module.css';

const UnitPlan_unit = graphql(`
  fragment UnitPlan_unit on Unit {
    id
    number
    version
    viewerCanEdit
    plan {
      id
      url(width: 1280)
    }
  }
`);

const SetPlan = graphql(`
  mutation SetPlan($input: UpdateUnitInput!) {
    updateUnit(input: $input) {
      unit {
        id
        ...UnitPlan_unit
      }
      errors {
        ...UserErrorParts @unmask
      }
    }
  }
`);

/** The floor plan, as the buyers see it too. */
export function UnitPlan({ unit }: { unit: FragmentType<typeof UnitPlan_unit> }) {
  const { id, number, version, viewerCanEdit, plan } = useFragmentOf(UnitPlan_unit, unit);
  const { t } = useTranslation(['console', 'common']);
  const [update] = useMutation(SetPlan);
  const save = async (planId: string | null) => {
    const payload = (await update({ variables: { input: { id, version, change: { planId } } } })).data
      ?.updateUnit;
    const errors = payload?.errors ?? [{ code: 'FORBIDDEN' as const }];
    if (errors.length) throw new UploadRefused([...errors]);
  };
  const alt = t('units.planOf', { number });
  return (
    <Panel title={t('units.plan')} lead={t('units.planLead')}>
      {viewerCanEdit ? (
        <ImageUpload
          label={alt}
          url={plan?.url ?? null}
          alt={alt}
          advice={t('common:upload.advice', { types: 'PNG, JPEG, WebP', megabytes: 10 })}
          onUpload={async (file, onProgress) => save((await uploadFile(file, 'UNIT_PLAN', onProgress)).id)}
          onRemove={() => save(null)}
        />
      ) : plan ? (
        <img className={classes.plan} src={plan.url} alt={alt} />
      ) : (
        <Text c="dimmed">{t('units.noPlan')}</Text>
      )}
    </Panel>
  );
}
