import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { graphql } from '../../gql';
import { nodesOf } from '../../platform/cache';
import type { Choice } from '../../ui/SearchSelect';

const ProjectChoices = graphql(`
  query ProjectChoices($search: String) {
    projects(search: $search, first: 25) {
      edges {
        cursor
        node {
          id
          name
        }
      }
    }
  }
`);

/** The projects whose name fits a search, as the server finds them. */
export function useProjectChoices(): { choices: Choice[]; search: (text: string) => void } {
  const [text, search] = useState('');
  const { data, previousData } = useQuery(ProjectChoices, { variables: { search: text || null } });
  const projects = nodesOf((data ?? previousData)?.projects);
  return { choices: projects.map(({ id, name }) => ({ value: id, label: name })), search };
}
