/**
 * How much data. In each company: `contacts` people, `homes` units over `projects` projects, and in one project more
 * `grants` sold units whose buyers wait to be invited. Two buyers to a home fit among the customers, a fifth of all.
 */
export const sizes = {
  full: { companies: 20, contacts: 50_000, projects: 20, homes: 4_000, grants: 1_000, events: 20_000 },
  quick: { companies: 4, contacts: 10_000, projects: 8, homes: 400, grants: 1_000, events: 4_000 },
  /** Ten thousand contacts in all, to compare a page of contacts with. */
  small: { companies: 20, contacts: 500, projects: 3, homes: 30, grants: 10, events: 100 },
};

export const contactsOf = ({ companies, contacts }) => companies * contacts;
export const unitsOf = ({ companies, homes, grants }) => companies * (homes + grants);
