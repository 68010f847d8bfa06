import type { FragmentType } from '@apollo/client/masking';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { useFormats } from '../../platform/formats';
import { useFragmentOf } from '../../platform/useFragmentOf';
import classes from './HomeAddress.module.css';

const HomeAddress_project = graphql(`
  fragment HomeAddress_project on Project {
    id
    address {
      street
      houseNumber
      box
      postalCode
      city
      country
    }
  }
`);

/** As on an envelope. */
export function HomeAddress({ project }: { project: FragmentType<typeof HomeAddress_project> }) {
  const { t } = useTranslation('portal');
  const { address } = useFragmentOf(HomeAddress_project, project);
  const f = useFormats();
  const street = [address?.street, address?.houseNumber].filter(Boolean).join(' ');
  const lines = [
    address?.box ? `${street}, ${t('address.box', { box: address.box })}` : street,
    [address?.postalCode, address?.city].filter(Boolean).join(' '),
    address?.country && f.country(address.country),
  ].filter(Boolean);
  if (!street && !address?.city) return <p className={classes.none}>{t('address.none')}</p>;
  return (
    <address className={classes.address}>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </address>
  );
}
