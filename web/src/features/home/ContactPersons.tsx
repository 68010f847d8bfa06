import type { FragmentType } from '@apollo/client/masking';
import { graphql } from '../../gql';
import { useSession } from '../../platform/session';
import { useFragmentOf } from '../../platform/useFragmentOf';
import { Face } from '../../ui/Face';
import classes from './ContactPersons.module.css';
import { Ways } from './Ways';

const ContactPersons_project = graphql(`
  fragment ContactPersons_project on Project {
    id
    contactPersons {
      name
      jobTitle
      email
      phone
      picture {
        id
        url(width: 160)
      }
    }
  }
`);

/** Whom to call: a face, a name, and one press. */
export function ContactPersons({ project }: { project: FragmentType<typeof ContactPersons_project> }) {
  const { company } = useSession();
  const { contactPersons } = useFragmentOf(ContactPersons_project, project);
  const people = contactPersons.length
    ? contactPersons
    : [
        {
          name: company.name,
          jobTitle: null,
          email: company.contactEmail,
          phone: company.contactPhone,
          picture: null,
        },
      ];
  return (
    <ul className={classes.people}>
      {people.map(({ name, jobTitle, email, phone, picture }) => (
        <li key={name} className={classes.person}>
          <Face url={picture?.url} name={name} size={64} />
          <div className={classes.words}>
            <p className={classes.name}>{name}</p>
            {jobTitle && <p className={classes.job}>{jobTitle}</p>}
          </div>
          <Ways name={name} email={email ?? null} phone={phone ?? null} />
        </li>
      ))}
    </ul>
  );
}
