import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { browse } from '../../testing/browse';
import { aBuyer, aHome } from '../../testing/portal';

const firstVisit = {
  viewer: aBuyer({ tourFinished: false }),
  unit: aHome(),
  finishTour: { viewer: aBuyer({ tourFinished: true }), errors: [] },
};
const names = ({ asked }: { asked: { name: string }[] }) => asked.map(({ name }) => name);

test('the first visit is welcomed in four steps, by keyboard too', async () => {
  const person = userEvent.setup();
  const visit = await browse('/portal', firstVisit);
  expect(await screen.findByRole('dialog', { name: 'Welcome home, Claire' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Continue' })).toHaveFocus();
  await person.keyboard('{Enter}');
  expect(screen.getByText('2 of 4')).toBeInTheDocument();
  expect(screen.getByText(/what is expected of you/)).toHaveFocus();
  await person.click(screen.getByRole('button', { name: 'Continue' }));
  await person.click(screen.getByRole('button', { name: 'Back' }));
  expect(screen.getByText('2 of 4')).toBeInTheDocument();
  await person.click(screen.getByRole('button', { name: 'Continue' }));
  await person.click(screen.getByRole('button', { name: 'Continue' }));
  await person.click(screen.getByRole('button', { name: 'Let’s go' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(names(visit)).toContain('FinishTour');
});

test('skipped, it is over for good', async () => {
  const person = userEvent.setup();
  const visit = await browse('/portal', firstVisit);
  await person.click(await screen.findByRole('button', { name: 'Skip' }));
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  expect(names(visit)).toContain('FinishTour');
});

test('who has seen it is not stopped again', async () => {
  await browse('/portal', { ...firstVisit, viewer: aBuyer({ tourFinished: true }) });
  expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
});
