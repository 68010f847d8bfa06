import { useTranslation } from '../../platform/i18n';
import { useFormats } from '../../platform/formats';
import { FactList } from '../../ui/FactList';

interface Facts {
  name: string;
  description: string | null;
  address: Partial<
    Record<'street' | 'houseNumber' | 'box' | 'postalCode' | 'city' | 'country', string | null>
  > | null;
}

/** The same for those who may only look. */
export function ProjectFacts({ project: { name, description, address } }: { project: Facts }) {
  const { t } = useTranslation(['console', 'common']);
  const f = useFormats();
  const lines = address && [
    [address.street, address.houseNumber, address.box].filter(Boolean).join(' '),
    [address.postalCode, address.city].filter(Boolean).join(' '),
    address.country && f.country(address.country),
  ];
  return (
    <FactList
      facts={[
        { label: t('projects.name'), value: name },
        { label: t('projects.description'), value: description },
        { label: t('common:address.title'), value: lines?.filter(Boolean).join('\n') },
      ]}
    />
  );
}
