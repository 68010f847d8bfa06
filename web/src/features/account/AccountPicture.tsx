import type { FragmentType } from '@apollo/client/masking';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { Refused } from '../../platform/errors';
import { useSession } from '../../platform/session';
import { uploadFile } from '../../platform/upload';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { ImageUpload } from '../../ui/ImageUpload';
import { useUpdateProfile } from './useUpdateProfile';

const AccountPicture_viewer = graphql(`
  fragment AccountPicture_viewer on Viewer {
    id
    picture {
      id
      large: url(width: 320)
    }
  }
`);

const MEGABYTES = 5;

export function AccountPicture({ viewer }: { viewer: FragmentType<typeof AccountPicture_viewer> }) {
  const { t } = useTranslation(['account', 'common']);
  const { readOnly } = useSession();
  const { picture } = useFragmentOf(AccountPicture_viewer, viewer);
  const update = useUpdateProfile();
  const save = async (pictureId: string | null) => {
    const payload = await update({ pictureId });
    if (!payload) throw new Refused([{ code: 'FORBIDDEN' }]);
    if (payload.errors.length) throw new Refused(payload.errors);
  };
  return (
    <ImageUpload
      label={t('picture')}
      url={picture?.large ?? null}
      advice={t('common:upload.advice', { types: 'PNG, JPEG, WebP', megabytes: MEGABYTES })}
      maxBytes={MEGABYTES * 1_048_576}
      camera="user"
      round
      disabled={readOnly}
      onUpload={async (file, onProgress) => save((await uploadFile(file, 'PROFILE_PICTURE', onProgress)).id)}
      onRemove={() => save(null)}
    />
  );
}
