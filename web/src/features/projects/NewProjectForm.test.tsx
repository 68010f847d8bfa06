import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anError, aPage, browse } from '../../testing/browse';

const project = {
  __typename: 'Project',
  id: 'linden',
  name: 'Linden Court',
  kind: 'MULTI',
  levels: [],
  version: 1,
};

test('a new project opens once it is created', async () => {
  const person = userEvent.setup();
  const { asked } = await browse('/console/projects/new', {
    createProject: { project, errors: [] },
    project: {
      ...project,
      state: 'ACTIVE',
      unitCount: 0,
      viewerCanEdit: true,
      spaces: [],
      contactPersons: [],
      administrators: [],
      units: aPage(),
    },
  });
  await person.type(screen.getByLabelText(/Name/), 'Linden Court');
  await person.selectOptions(screen.getByLabelText('Country'), 'Belgium');
  await person.type(screen.getByLabelText('City'), 'Gent');
  await person.click(screen.getByRole('button', { name: 'Create project' }));
  await waitFor(() => expect(window.location.pathname).toBe('/console/projects/linden'));
  expect(asked.find(({ name }) => name === 'CreateProject')?.variables.input).toMatchObject({
    name: 'Linden Court',
    kind: 'MULTI',
    address: { city: 'Gent', country: 'BE' },
  });
});

test('without a name nothing is asked of the server; a refusal stands at its field', async () => {
  const person = userEvent.setup();
  const { asked } = await browse('/console/projects/new', {
    createProject: {
      project: null,
      errors: [anError({ code: 'VALIDATION_FAILED', reason: 'tooLong', field: ['name'] })],
    },
  });
  await person.click(screen.getByRole('button', { name: 'Create project' }));
  expect(screen.getByLabelText(/Name/)).toBeInvalid();
  expect(asked.map(({ name }) => name)).not.toContain('CreateProject');

  await person.type(screen.getByLabelText(/Name/), 'Linden Court');
  await person.click(screen.getByRole('button', { name: 'Create project' }));
  await waitFor(() => expect(asked.map(({ name }) => name)).toContain('CreateProject'));
  await waitFor(() => expect(screen.getByLabelText(/Name/)).toBeInvalid());
  expect(screen.getByLabelText(/Name/)).toHaveValue('Linden Court');
});
