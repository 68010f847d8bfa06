import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { anError, browse } from '../../testing/browse';
import { nextNumber } from './nextNumber';

const project = {
  __typename: 'Project',
  id: 'linden',
  name: 'Linden Court',
  kind: 'MULTI',
  viewerCanEdit: true,
  levels: [{ __typename: 'Level', id: 'root', type: 'PROJECT', name: 'Linden Court', parent: null }],
};
const number = (row: number) => screen.getByLabelText(`Number, row ${row}`);

test('a refusal stands at its row, empty rows are left out, and nothing typed is lost', async () => {
  const person = userEvent.setup();
  const { asked } = await browse('/console/projects/linden/add-units', {
    project,
    addUnits: {
      units: [],
      // The second of the rows that were sent is the third that she sees.
      errors: [anError({ code: 'VALIDATION_FAILED', reason: 'inUse', field: ['units', '1', 'number'] })],
    },
  });
  await person.type(number(1), 'A1');
  await person.type(screen.getByLabelText('Price, row 1'), '285,000');
  await person.type(number(3), 'A3');
  await person.click(screen.getByRole('button', { name: 'Add these units' }));

  await waitFor(() => expect(number(3)).toBeInvalid());
  expect(number(3)).toHaveAccessibleDescription('Another unit of this project has this number.');
  expect(number(1)).toBeValid();
  expect(number(3)).toHaveValue('A3');
  expect(screen.getByLabelText('Price, row 1')).toHaveValue('285,000');
  const input = asked.find(({ name }) => name === 'AddUnits')?.variables.input;
  expect(input).toMatchObject({ units: [{ number: 'A1', basePrice: '285000' }, { number: 'A3' }] });
});

test('what is no number is said in its row before the server is asked', async () => {
  const person = userEvent.setup();
  const { asked } = await browse('/console/projects/linden/add-units', { project });
  await person.type(number(2), 'A2');
  await person.type(screen.getByLabelText('Surface (m²), row 2'), 'large');
  await person.click(screen.getByRole('button', { name: 'Add these units' }));

  await waitFor(() => expect(screen.getByLabelText('Surface (m²), row 2')).toBeInvalid());
  expect(asked.some(({ name }) => name === 'AddUnits')).toBe(false);
});

test.each([
  ['A1.03', 'A1.04'],
  ['A9', 'A10'],
  ['Villa', ''],
])('after %s comes %s', (last, next) => {
  expect(nextNumber(last)).toBe(next);
});
