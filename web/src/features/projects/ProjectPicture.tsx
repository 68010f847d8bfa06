import type { FragmentType } from '@apollo/client/masking';
import { useMutation } from '@apollo/client/react';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { UploadRefused, uploadFile } from '../../platform/upload';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { ImageUpload } from '../../ui/ImageUpload';
import { Panel } from '../../ui/Panel';
import classes from './projects.module.css';
import { UpdateProject } from './updateProject.graphql';

const ProjectPicture_project = graphql(`
  fragment ProjectPicture_project on Project {
    id
    name
    version
    viewerCanEdit
    image {
      id
      url(width: 1280)
    }
  }
`);

type Props = { project: FragmentType<typeof ProjectPicture_project> };

/** What everybody sees on top of the project. */
export function ProjectBanner({ project }: Props) {
  const { image } = useFragmentOf(ProjectPicture_project, project);
  return image && <img className={classes.banner} src={image.url} alt="" />;
}

export function ProjectPicture({ project }: Props) {
  const { id, name, version, viewerCanEdit, image } = useFragmentOf(ProjectPicture_project, project);
  const { t } = useTranslation(['console', 'common']);
  const [update] = useMutation(UpdateProject);
  if (!viewerCanEdit) return null;
  const save = async (imageId: string | null) => {
    const input = { id, version, change: { imageId } };
    const payload = (await update({ variables: { input } })).data?.updateProject;
    const errors = payload?.errors ?? [{ code: 'FORBIDDEN' as const }];
    if (errors.length) throw new UploadRefused([...errors]);
  };
  return (
    <Panel title={t('projects.picture')} lead={t('projects.pictureLead')}>
      <ImageUpload
        label={t('projects.pictureOf', { name })}
        url={image?.url ?? null}
        advice={t('common:upload.advice', { types: 'PNG, JPEG, WebP', megabytes: 10 })}
        onUpload={async (file, onProgress) => save((await uploadFile(file, 'PROJECT_IMAGE', onProgress)).id)}
        onRemove={() => save(null)}
      />
    </Panel>
  );
}
