import { useState } from 'react';
import type { FragmentType } from '@apollo/client/masking';
import type { ReactNode } from 'react';
import { useTranslation } from '../../platform/i18n';
import { graphql } from '../../gql';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { Heading } from '../../ui/Heading';
import { usePageTitle } from '../../ui/PageTitle';
import classes from './HomeHero.module.css';
import { HomePicture } from './HomePicture';
import { useHomeName } from './useHomeName';

const HomeHero_unit = graphql(`
  fragment HomeHero_unit on Unit {
    id
    number
    type
    project {
      id
      name
      kind
      address {
        city
      }
      image {
        id
        medium: url(width: 960)
        large: url(width: 1920)
      }
    }
  }
`);

interface HomeHeroProps {
  unit: FragmentType<typeof HomeHero_unit>;
  firstName: string;
  /** The switcher of someone with several homes. */
  aside?: ReactNode;
}

/** Her home greets her. */
export function HomeHero({ unit, firstName, aside }: HomeHeroProps) {
  const { t } = useTranslation('portal');
  const home = useFragmentOf(HomeHero_unit, unit);
  const nameOf = useHomeName();
  const name = nameOf(home);
  const heading = usePageTitle(name);
  const { project } = home;
  const [now] = useState(() => new Date());
  const place = [project.kind === 'MULTI' && project.name, project.address?.city].filter(Boolean).join(', ');
  return (
    <header className={classes.hero}>
      <HomePicture image={project.image ?? null} className={classes.picture} />
      <div className={classes.words}>
        <p className={classes.greeting}>{t(`greeting.${partOfDay(now)}`, { name: firstName })}</p>
        <Heading order={1} ref={heading} tabIndex={-1}>
          {name}
        </Heading>
        {place && <p className={classes.place}>{place}</p>}
        {aside && <div className={classes.aside}>{aside}</div>}
      </div>
    </header>
  );
}

/** By the clock of the reader's own device. */
export function partOfDay(now: Date): 'morning' | 'afternoon' | 'evening' {
  const hour = now.getHours();
  if (hour < 5 || hour >= 18) return 'evening';
  return hour < 12 ? 'morning' : 'afternoon';
}
