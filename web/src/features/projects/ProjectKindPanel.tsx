import type { FragmentType } from '@apollo/client/masking';
import { useMutation } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { errorText } from '../../platform/errorText';
import { toUserErrors, type UserErrorLike } from '../../platform/errors';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { Note } from '../../ui/Note';
import { Panel } from '../../ui/Panel';
import { undoToast } from '../../ui/toasts';
import { UpdateProject } from './updateProject.graphql';

const ProjectKindPanel_project = graphql(`
  fragment ProjectKindPanel_project on Project {
    id
    kind
    version
    viewerCanEdit
  }
`);

/** One home, or several: switching keeps every link, and says why where it cannot be. */
export function ProjectKindPanel({ project }: { project: FragmentType<typeof ProjectKindPanel_project> }) {
  const { id, kind, version, viewerCanEdit } = useFragmentOf(ProjectKindPanel_project, project);
  const { t } = useTranslation('console');
  const [update, { loading }] = useMutation(UpdateProject);
  const [refused, setRefused] = useState<readonly UserErrorLike[]>([]);
  if (!viewerCanEdit) return null;
  const other = kind === 'SINGLE' ? 'MULTI' : 'SINGLE';
  const change = async (to: typeof kind, from: number): Promise<number | null> => {
    try {
      const input = { id, version: from, change: { kind: to } };
      const payload = (await update({ variables: { input } })).data?.updateProject;
      setRefused(payload?.errors ?? [{ code: 'FORBIDDEN' }]);
      return payload?.project?.version ?? null;
    } catch (thrown) {
      setRefused(toUserErrors(thrown));
      return null;
    }
  };
  const switchKind = async () => {
    const next = await change(other, version);
    if (next !== null) undoToast(t(`projects.switched.${other}`), () => change(kind, next));
  };
  return (
    <Panel title={t('projects.kindTitle')}>
      <Text>
        {t(`projects.kindNow.${kind}`)} {t(`projects.kindText.${kind}`)}
      </Text>
      {refused.length > 0 && (
        <div role="alert">
          <Note tone="warning">{refused.map(errorText).join(' ')}</Note>
        </div>
      )}
      <Button variant="default" w="fit-content" loading={loading} onClick={() => void switchKind()}>
        {t(`projects.switchTo.${other}`)}
      </Button>
    </Panel>
  );
}
