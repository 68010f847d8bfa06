import type { FragmentType } from '@apollo/client/masking';
import { Anchor, Button } from '@mantine/core';
import {
  IconBuilding,
  IconBuildingCommunity,
  IconChevronRight,
  IconMap2,
  IconPlus,
  IconSquaresSelected,
} from '../../ui/icons';
import { useState } from 'react';
import { useTranslation } from '../../platform/i18n';
import { Link } from '../../platform/router';
import { graphql } from '../../gql';
import type { LevelTree_ProjectFragment } from '../../gql/graphql';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { Panel } from '../../ui/Panel';
import { LevelDialog, type LevelTask } from './LevelDialog';
import { LevelMenu } from './LevelMenu';
import { childrenOf } from './levels';
import classes from './projects.module.css';

const LevelTree_project = graphql(`
  fragment LevelTree_project on Project {
    id
    viewerCanEdit
    levels {
      id
      type
      name
      parent {
        id
      }
      unit {
        id
      }
    }
  }
`);

export type TreeLevel = LevelTree_ProjectFragment['levels'][number];

/** Phases, lots and buildings, and which units stand in them. */
export function LevelTree({ project }: { project: FragmentType<typeof LevelTree_project> }) {
  const { id, levels, viewerCanEdit } = useFragmentOf(LevelTree_project, project);
  const { t } = useTranslation('console');
  const [task, setTask] = useState<LevelTask | null>(null);
  const root = levels.find(({ type }) => type === 'PROJECT');
  if (!root) return null;
  const tree = { projectId: id, levels, canEdit: viewerCanEdit, onTask: setTask };
  return (
    <Panel
      title={t('levels.title')}
      lead={t('levels.lead')}
      actions={
        viewerCanEdit && (
          <Button
            variant="default"
            leftSection={<IconPlus size={18} />}
            onClick={() => setTask({ kind: 'add', parent: root })}
          >
            {t('levels.add')}
          </Button>
        )
      }
    >
      <ul className={classes.tree}>
        <LevelItem level={root} tree={tree} />
      </ul>
      <LevelDialog projectId={id} levels={levels} task={task} onClose={() => setTask(null)} />
    </Panel>
  );
}

export interface Tree {
  projectId: string;
  levels: readonly TreeLevel[];
  canEdit: boolean;
  onTask: (task: LevelTask) => void;
}

const icons = {
  PROJECT: IconBuildingCommunity,
  PHASE: IconSquaresSelected,
  LOT: IconMap2,
  BUILDING: IconBuilding,
  UNIT: IconBuilding,
};

function LevelItem({ level, tree }: { level: TreeLevel; tree: Tree }) {
  const { t } = useTranslation(['console', 'common']);
  const Icon = icons[level.type];
  const children = childrenOf(tree.levels, level);
  const units = children.filter(({ type }) => type === 'UNIT');
  const branches = children.filter(({ type }) => type !== 'UNIT');
  return (
    <li>
      <div className={classes.level}>
        <Icon size={20} />
        <div className={classes.levelWords}>
          <span className={classes.levelName}>{level.name}</span>
          <span className={classes.levelType}>{t(`common:levelType.${level.type}`)}</span>
        </div>
        {tree.canEdit && <LevelMenu level={level} tree={tree} />}
      </div>
      {(branches.length > 0 || units.length > 0) && (
        <ul>
          {branches.map((branch) => (
            <LevelItem key={branch.id} level={branch} tree={tree} />
          ))}
          {units.length > 0 && (
            <li className={classes.units}>
              <UnitsOf units={units} tree={tree} />
            </li>
          )}
        </ul>
      )}
    </li>
  );
}

/** Many units are folded away until somebody asks for them. */
function UnitsOf({ units, tree }: { units: readonly TreeLevel[]; tree: Tree }) {
  const { t } = useTranslation('console');
  return (
    <details open={units.length <= 4}>
      <summary>
        <IconChevronRight size={18} className={classes.chevron} />
        {t('projects.unitCount', { count: units.length })}
      </summary>
      <ul className={classes.tree}>
        {units.map((level) => (
          <li key={level.id} className={classes.level}>
            <div className={classes.levelWords}>
              <Anchor component={Link} to={`/console/units/${level.unit?.id ?? level.id}`}>
                {level.name}
              </Anchor>
            </div>
            {tree.canEdit && <LevelMenu level={level} tree={tree} />}
          </li>
        ))}
      </ul>
    </details>
  );
}
