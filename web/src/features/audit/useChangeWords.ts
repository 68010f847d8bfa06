import { type Formats, useFormats } from '../../platform/formats';
import { languageNames, useTranslation } from '../../platform/i18n';

export interface Change {
  field: string;
  before: string | null;
  after: string | null;
}

/** Where the names of a field's values stand. */
const named: Record<string, string[]> = {
  role: ['common:role'],
  accessState: ['common:accessState'],
  saleState: ['common:saleState'],
  type: ['common:unitType', 'common:levelType'],
  kind: ['audit:values.kind', 'common:spaceKind'],
  approvalRule: ['audit:values.approvalRule'],
  font: ['audit:values.font'],
  stage: ['audit:values.stage'],
};
const prices = new Set(['basePrice', 'soldPrice', 'price']);

/** What a change says in words, from the old to the new; null for what the sentence already said. */
export function useChangeWords() {
  const { t, i18n } = useTranslation(['audit', 'common']);
  const f = useFormats();

  const valueOf = (field: string, value: string): string | null => {
    const key = named[field]?.map((group) => `${group}.${value}`).find((each) => i18n.exists(each));
    if (key) return t(key as 'yes');
    if (value === 'true' || value === 'false') return t(value === 'true' ? 'yes' : 'no');
    return formatted(field, value, f);
  };

  return (action: string, { field, before, after }: Change): string | null => {
    if (field === 'projectId' || (field === 'name' && /\.(added|deleted|created)$/.test(action))) return null;
    const label = i18n.exists(`audit:fields.${field}`) ? t(`fields.${field as 'name'}`) : spelledOut(field);
    if (action === 'access.removed' && field !== 'saleState')
      return before === '0' ? null : t('changeDeleted', { field: label, before });
    const old = before === null ? null : valueOf(field, before);
    const now = after === null ? null : valueOf(field, after);
    // Personal and technical values are not told, only that they changed.
    if ((before === null) !== (old === null) || (after === null) !== (now === null) || (!old && !now)) {
      return t('changeHidden', { field: label });
    }
    if (old === null) return t('changeSet', { field: label, after: now });
    return now === null
      ? t('changeCleared', { field: label, before: old })
      : t('change', { field: label, before: old, after: now });
  };
}

function formatted(field: string, value: string, f: Formats): string | null {
  if (field.endsWith('Id') || value.startsWith('{')) return null;
  if (field === 'language' || field === 'defaultLanguage') {
    return (languageNames as Record<string, string>)[value] ?? value;
  }
  if (prices.has(field)) return f.money({ amount: value, currency: f.currency });
  if (field === 'surface') return f.area(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return f.shortDay(value);
  return /^\d{4}-\d{2}-\d{2}T/.test(value) ? f.dateTime(value) : value;
}

/** A field without a translation: `unitPrice` reads “Unit price”. */
function spelledOut(field: string): string {
  const words = field.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
