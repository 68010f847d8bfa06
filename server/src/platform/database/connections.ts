/** The most connections that each part of a process which serves may hold. All are opened when they are needed. */
export const connections = {
  commands: 7,
  readers: 4,
  health: 1,
  limits: 2,
  /** One for each password that is checked at the same moment; Node checks four at once. */
  turns: 4,
  jobs: 2,
  /** One hears of jobs, the other of what concerns open pages. */
  listeners: 2,
};

export const connectionsPerProcess = Object.values(connections).reduce((sum, each) => sum + each, 0);
