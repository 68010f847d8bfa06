import type { FragmentType } from '@apollo/client/masking';
import { IconBuildingCommunity, IconHome } from '../../ui/icons';
import { useTranslation } from '../../platform/i18n';
import { Link } from '../../platform/router';
import { graphql } from '../../gql';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { StatusChip } from '../../ui/StatusChip';
import classes from './projects.module.css';

const ProjectCards_project = graphql(`
  fragment ProjectCards_project on Project {
    id
    name
    kind
    state
    unitCount
    soldCount
    image {
      id
      url(width: 640)
    }
    address {
      city
    }
  }
`);

/** The projects as pictures: what each is, where, and how much of it is sold. */
export function ProjectCards({ projects }: { projects: FragmentType<typeof ProjectCards_project>[] }) {
  const data = useFragmentOf(ProjectCards_project, projects);
  const { t } = useTranslation('console');
  return (
    <ul className={classes.cards} aria-label={t('projects.title')}>
      {data.map(({ id, name, kind, state, unitCount, soldCount, image, address }) => (
        <li key={id} className={classes.card}>
          <div className={classes.frame}>
            {image ? <img src={image.url} alt="" loading="lazy" /> : <NoPicture kind={kind} />}
          </div>
          <div className={classes.words}>
            <Link className={classes.name} to={`/console/projects/${id}`}>
              {name}
            </Link>
            {address?.city && <span>{address.city}</span>}
            <span>
              {kind === 'SINGLE' ? t('projects.kind.SINGLE') : t('projects.unitCount', { count: unitCount })}
              {' · '}
              {kind === 'SINGLE'
                ? t(soldCount ? 'projects.homeSold' : 'projects.homeFree')
                : t('projects.soldCount', { count: soldCount })}
            </span>
            {state === 'ARCHIVED' && <StatusChip>{t('projects.archived')}</StatusChip>}
          </div>
        </li>
      ))}
    </ul>
  );
}

function NoPicture({ kind }: { kind: 'SINGLE' | 'MULTI' }) {
  const Icon = kind === 'SINGLE' ? IconHome : IconBuildingCommunity;
  return <Icon size={44} strokeWidth={1.25} />;
}
