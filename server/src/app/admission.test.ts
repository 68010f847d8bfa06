import { Admission, bounds } from './admission';

const patience = 400;
const { usual, least, most } = bounds;
const aFifthFewer = Math.floor(usual * 0.8);

/** As many as are let in begin; answers with how many were turned away. */
function arrive(admission: Admission, count: number): number {
  for (let arrived = 0; arrived < count; arrived += 1) {
    if (admission.isFull) return count - arrived;
    admission.begin();
  }
  return 0;
}

const answer = (admission: Admission, count: number, milliseconds: number) => {
  for (let answered = 0; answered < count; answered += 1) admission.end(milliseconds);
};

/** Windows in which all that are let in take so long, and more stand at the door. */
function underLoad(admission: Admission, windows: number, milliseconds: number): void {
  for (let window = 0; window < windows; window += 1) {
    arrive(admission, 10_000);
    answer(admission, admission.state.working, milliseconds);
    admission.adapt(20);
  }
}

test('so many are let in at once, and one more when one is answered', () => {
  const admission = new Admission(patience);
  expect(arrive(admission, usual + 2)).toBe(2);
  answer(admission, 1, 10);
  expect(arrive(admission, 2)).toBe(1);
  expect(admission.state).toEqual({ working: usual, limit: usual });
});

test('while answers are slow fewer and fewer are let in, but always some', () => {
  const admission = new Admission(patience);
  underLoad(admission, 1, 500);
  expect(admission.state.limit).toBe(aFifthFewer);
  underLoad(admission, 100, 500);
  expect(admission.state.limit).toBe(least);
});

test('while answers are quick and somebody is turned away, more are let in, within bounds', () => {
  const admission = new Admission(patience);
  underLoad(admission, 1, 10);
  expect(admission.state.limit).toBe(usual + 4);
  underLoad(admission, 1_000, 10);
  expect(admission.state.limit).toBe(most);
});

test('a twentieth of slow answers, such as commands that wait for each other, changes nothing', () => {
  const admission = new Admission(patience);
  arrive(admission, 60);
  answer(admission, 3, 5_000);
  answer(admission, 57, 10);
  admission.adapt(20);
  expect(admission.state.limit).toBe(usual);
  arrive(admission, 60);
  answer(admission, 4, 5_000);
  answer(admission, 56, 10);
  admission.adapt(20);
  expect(admission.state.limit).toBe(aFifthFewer);
});

test('one slow answer in a quiet moment changes nothing', () => {
  const admission = new Admission(patience);
  arrive(admission, 1);
  answer(admission, 1, 9_000);
  admission.adapt(20);
  expect(admission.state.limit).toBe(usual);
});

test('an event loop that is held up lets fewer in', () => {
  const admission = new Admission(patience);
  admission.adapt(450);
  expect(admission.state.limit).toBe(aFifthFewer);
});

test.each([
  ['few', 500],
  ['many', 10],
])('five seconds after the load all is as before, however %s it had let in', (_what, milliseconds) => {
  const admission = new Admission(patience);
  underLoad(admission, 1_000, milliseconds);
  for (let window = 0; window < 20; window += 1) admission.adapt(20);
  if (milliseconds === 500) expect(admission.state).toEqual({ working: 0, limit: usual });
  else expect(admission.state.limit).toBeLessThan(most);
  for (let window = 0; window < 100; window += 1) admission.adapt(20);
  expect(admission.state).toEqual({ working: 0, limit: usual });
});
