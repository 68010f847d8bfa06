/** Who plays, and with what. */
export const companyName = 'Hearth & Home';

export const owner = { firstName: 'Olivia', lastName: 'Peeters', email: 'olivia@hearth.example' };
export const administrator = {
  firstName: 'Adam',
  lastName: 'Maes',
  name: 'Adam Maes',
  email: 'adam@hearth.example',
};

/** Who buys A1; she reads French. */
export const amelie = {
  firstName: 'Amélie',
  lastName: 'Laurent',
  name: 'Amélie Laurent',
  email: 'amelie.laurent@mail.example',
  password: 'une maison au bord de l’eau',
};

/** Who buys A1 together with her. */
export const bruno = {
  firstName: 'Bruno',
  lastName: 'Claes',
  name: 'Bruno Claes',
  email: 'bruno.claes@mail.example',
  password: 'een huis aan het water',
};

/** Who is interested in A3. */
export const lena = { firstName: 'Lena', lastName: 'Vogel', name: 'Lena Vogel' };

/** The company’s colour of buttons; not the one that it begins with. */
export const accent = '#7a2e5d';
export const accentAsDrawn = 'rgb(122, 46, 93)';

export const lindenhof = { name: 'Lindenhof', building: 'Block A', units: ['A1', 'A2', 'A3'] };
export const millhouse = { name: 'The Mill House' };

/** Who buys the single home, which the administrator must not know. */
export const mila = { firstName: 'Mila', lastName: 'Jansen', name: 'Mila Jansen' };
