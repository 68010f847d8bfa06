import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { aCompany, anError, browse } from '../../testing/browse';

const settings = {
  __typename: 'CompanySettings',
  company: aCompany,
  version: 3,
  sessionIdleHoursTeam: 12,
  sessionIdleDaysPortal: 30,
  impersonationReasonRequired: false,
  uploadLimits: [],
};

const accentField = () => screen.getByLabelText<HTMLInputElement>('Accent colour');

test('a colour that cannot be read is refused, and one press takes the nearest one that can', async () => {
  const refused = [
    anError({
      code: 'VALIDATION_FAILED',
      reason: 'contrast',
      field: ['change', 'accent'],
      proposal: '#857b00',
    }),
  ];
  const person = userEvent.setup();
  const { asked } = await browse('/console/settings', {
    companySettings: settings,
    updateCompany: ({ input }: { input?: { change: { accent?: string } } }) =>
      input?.change.accent === '#ffee00' ? { errors: refused } : { settings, errors: [] },
  });
  await person.clear(accentField());
  await person.paste('#ffee00');
  const save = screen.getAllByText('Save').find((label) => !label.closest('button')?.disabled);
  await person.click(save!);
  await person.click(await screen.findByText('Use #857b00'));
  expect(accentField()).toHaveValue('#857b00');
  expect(screen.queryByRole('alert')).toBeNull();

  await person.click(save!);
  const sent = asked.filter(({ name }) => name === 'UpdateCompany').map(({ variables }) => variables.input);
  expect(sent).toEqual([
    { version: 3, change: { accent: '#ffee00' } },
    { version: 3, change: { accent: '#857b00' } },
  ]);
});

test('settings are for owners: an administrator finds no such page', async () => {
  await browse('/console/settings', { viewer: { ...administrator } });
  expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('This page is not here');
});

const administrator = {
  __typename: 'Viewer',
  id: 'pieter',
  name: 'Pieter De Smet',
  language: 'EN',
  roles: ['ADMINISTRATOR'],
  homes: [],
  partnerProjects: [],
  tourFinished: true,
};
