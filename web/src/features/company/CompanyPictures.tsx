import { useTranslation } from '../../platform/i18n';
import type { CompanyChange } from '../../gql/graphql';
import { uploadFile, UploadRefused } from '../../platform/upload';
import { ImageUpload } from '../../ui/ImageUpload';
import { type SettingsProps, useCompanySettings } from './useCompanySettings';

const MEGABYTE = 1_048_576;

/** Logo and login picture: each is saved as soon as it has arrived. */
export function CompanyPictures({ settings: from, reload }: SettingsProps) {
  const { t } = useTranslation(['settings', 'common']);
  const { settings, save } = useCompanySettings(from);
  const { logo, loginImage, name } = settings.company;
  const put = async (change: CompanyChange) => {
    const payload = await save(change);
    if (!payload) throw new UploadRefused([{ code: 'FORBIDDEN' }]);
    // What a colleague saved meanwhile must be seen before it is replaced.
    if (payload.errors.some(({ code }) => code === 'STALE_VERSION')) await reload();
    if (payload.errors.length) throw new UploadRefused([...payload.errors]);
  };
  const limitOf = (purpose: 'COMPANY_LOGO' | 'LOGIN_IMAGE') => {
    const limit = settings.uploadLimits.find((each) => each.purpose === purpose);
    const mimeTypes = limit?.mimeTypes ?? [];
    const megabytes = Math.floor((limit?.maxBytes ?? 0) / MEGABYTE);
    const limits = t('common:upload.advice', { types: mimeTypes.map(typeName).join(', '), megabytes });
    return { mimeTypes, maxBytes: limit?.maxBytes, limits };
  };
  const logoLimit = limitOf('COMPANY_LOGO');
  const imageLimit = limitOf('LOGIN_IMAGE');
  return (
    <>
      <ImageUpload
        label={t('logo')}
        url={logo?.url ?? null}
        alt={name}
        mimeTypes={logoLimit.mimeTypes}
        maxBytes={logoLimit.maxBytes}
        advice={t('logoAdvice', { limits: logoLimit.limits })}
        onUpload={async (file, onProgress) =>
          put({ logoId: (await uploadFile(file, 'COMPANY_LOGO', onProgress)).id })
        }
        onRemove={() => put({ logoId: null })}
      />
      <ImageUpload
        label={t('loginImage')}
        url={loginImage?.medium ?? null}
        mimeTypes={imageLimit.mimeTypes}
        maxBytes={imageLimit.maxBytes}
        advice={t('loginImageAdvice', { limits: imageLimit.limits })}
        onUpload={async (file, onProgress) =>
          put({ loginImageId: (await uploadFile(file, 'LOGIN_IMAGE', onProgress)).id })
        }
        onRemove={() => put({ loginImageId: null })}
      />
    </>
  );
}

const typeNames: Record<string, string> = { 'image/svg+xml': 'SVG', 'image/webp': 'WebP' };
const typeName = (mime: string): string => typeNames[mime] ?? mime.replace('image/', '').toUpperCase();
