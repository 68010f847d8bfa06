import { configurationError, command } from '../launch/command';
import { ConfigError, readConfig, type Config } from '../platform/config';
import { findingsTable, ok, wrong, type Finding } from './finding';
import { lookAtDatabase } from './look-at-database';
import { lookHere } from './look-here';
import { lookOutside } from './look-outside';

/** Looks at everything that serving needs, and tells all of it in one table; changes nothing. */
command(async ({ onStarted }) => {
  const { config, problems } = environment();
  const findings = [
    ok('Node', process.versions.node),
    ...(problems.length ? problems : [ok('environment', 'every variable can be used')]),
    ...(await lookHere(config)),
    ...(await lookAtDatabase(config, onStarted)),
    ...(await lookOutside(config)),
  ];
  console.log(`\n${findingsTable(findings)}\n`);
  const bad = findings.filter(({ state }) => state === 'WRONG');
  console.log(
    bad.length
      ? `${bad.length} of these ${bad.length === 1 ? 'is' : 'are'} wrong.\n`
      : 'Nothing here keeps Portico from serving.\n',
  );
  return exitCode(bad);
});

function exitCode(bad: Finding[]): number {
  if (!bad.length) return 0;
  return bad.some(({ ofEnvironment }) => ofEnvironment) ? configurationError : 1;
}

/** With what cannot be used left out, so that the rest is looked at all the same. */
function environment(): { config: Config; problems: Finding[] } {
  try {
    return { config: readConfig(process.env), problems: [] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const unusable = new Set(error.problems.flatMap(({ name }) => [name, `${name}_FILE`]));
    const rest = Object.entries(process.env).filter(([name]) => !unusable.has(name));
    const problems = error.problems.map(({ name, wrong: why, example }): Finding => ({
      ...wrong(name, why, `for example ${example}`),
      ofEnvironment: true,
    }));
    return { config: readConfig(Object.fromEntries(rest)), problems };
  }
}
