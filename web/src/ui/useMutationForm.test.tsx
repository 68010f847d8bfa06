import { MantineProvider, TextInput } from '@mantine/core';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { UserErrorLike } from '../platform/errors';
import { startI18n } from '../platform/i18n';
import { signal } from '../platform/signals';
import { MutationFormView } from './MutationFormView';
import { useMutationForm } from './useMutationForm';

type Answer = { errors: UserErrorLike[] };

interface FormProps {
  submit: (values: Record<string, unknown>) => Promise<Answer | null>;
  onDone?: () => void;
}

function ContactForm({ submit, onDone }: FormProps) {
  const form = useMutationForm({
    id: 'contact',
    initialValues: { name: '', secret: '', address: { city: '' } },
    secret: ['secret'],
    submit,
    onDone,
  });
  return (
    <MutationFormView of={form}>
      <TextInput {...form.field('name', 'Name')} />
      <TextInput {...form.field('secret', 'Secret')} />
      <TextInput {...form.field('address.city', 'City')} />
      <button type="submit">Send</button>
    </MutationFormView>
  );
}

const draw = (props: FormProps) =>
  render(
    <MantineProvider>
      <ContactForm {...props} />
    </MantineProvider>,
  );
const refusing =
  (...errors: UserErrorLike[]) =>
  async () => ({ errors });
const send = (person: ReturnType<typeof userEvent.setup>) =>
  person.click(screen.getByRole('button', { name: 'Send' }));

beforeAll(() => startI18n('EN'));
afterEach(() => window.sessionStorage.clear());

test('every refusal stands at its field, and all of them in a summary that takes the focus', async () => {
  const person = userEvent.setup();
  draw({
    submit: refusing(
      { code: 'VALIDATION_FAILED', reason: 'required', field: ['change', 'name'] },
      { code: 'VALIDATION_FAILED', reason: 'tooLong', limit: 80, field: ['change', 'address', 'city'] },
      { code: 'CONFLICT' },
    ),
  });
  await person.type(screen.getByLabelText('City'), 'Ghent');
  await send(person);
  const summary = await screen.findByRole('alert');
  await waitFor(() => expect(summary).toHaveFocus());
  expect(summary).toHaveTextContent('Please look at these 3 points again');
  expect(summary).toHaveTextContent('This clashes with something');
  expect(screen.getByLabelText('Name')).toHaveAccessibleDescription('Please fill this in.');
  expect(screen.getByLabelText('City')).toHaveAccessibleDescription(/under 80 characters/);
  expect(screen.getByLabelText('City')).toBeInvalid();
  expect(screen.getByLabelText('Secret')).toBeValid();
  expect(screen.getByLabelText('City')).toHaveValue('Ghent');
  await person.click(screen.getByRole('link', { name: /^Name:/ }));
  expect(screen.getByLabelText('Name')).toHaveFocus();
});

test('what fails on the way loses nothing either, and says so', async () => {
  const person = userEvent.setup();
  draw({ submit: () => Promise.reject(new TypeError('Failed to fetch')) });
  await person.type(screen.getByLabelText('Name'), 'Claire');
  await send(person);
  expect(await screen.findByRole('alert')).toHaveTextContent('We cannot reach the server');
  expect(screen.getByLabelText('Name')).toHaveValue('Claire');
});

test('a mutation that was not answered at all is refused, not taken for done', async () => {
  const person = userEvent.setup();
  const onDone = jest.fn();
  draw({ submit: async () => null, onDone });
  await send(person);
  expect(await screen.findByRole('alert')).toBeInTheDocument();
  expect(onDone).not.toHaveBeenCalled();
});

test('the summary goes when the next attempt succeeds', async () => {
  const person = userEvent.setup();
  const answers: Answer[] = [{ errors: [{ code: 'CONFLICT' }] }, { errors: [] }];
  const onDone = jest.fn();
  draw({ submit: async () => answers.shift() ?? null, onDone });
  await send(person);
  await screen.findByRole('alert');
  await send(person);
  await waitFor(() => expect(onDone).toHaveBeenCalledTimes(1));
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
});

test('what was typed when the session ended is back afterwards, without what is secret', async () => {
  const person = userEvent.setup();
  const first = draw({ submit: refusing() });
  await person.type(screen.getByLabelText('Name'), 'Claire');
  await person.type(screen.getByLabelText('Secret'), 'hush');
  act(() => signal('sessionExpired'));
  first.unmount();
  expect(JSON.stringify(window.sessionStorage)).not.toContain('hush');
  draw({ submit: refusing() });
  expect(screen.getByLabelText('Name')).toHaveValue('Claire');
  expect(screen.getByLabelText('Secret')).toHaveValue('');
  expect(screen.getByText('What you typed before is back.')).toBeInTheDocument();
});

test('an untouched form keeps nothing when the session ends', () => {
  const first = draw({ submit: refusing() });
  act(() => signal('sessionExpired'));
  first.unmount();
  draw({ submit: refusing() });
  expect(screen.queryByText('What you typed before is back.')).not.toBeInTheDocument();
});
