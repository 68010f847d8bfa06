const { relative } = require('node:path');
const Sequencer = require('@jest/test-sequencer').default;

/** The tests that are likely to notice come first, as `MUTANT_ORDER` says; the rest follows by its name. */
class LikelyFirst extends Sequencer {
  sort(tests) {
    const order = JSON.parse(process.env.MUTANT_ORDER ?? '[]').map((pattern) => new RegExp(pattern));
    const place = ({ path }) => {
      const found = order.findIndex((pattern) => pattern.test(relative(process.cwd(), path)));
      return found < 0 ? order.length : found;
    };
    return [...tests].sort((a, b) => place(a) - place(b) || a.path.localeCompare(b.path));
  }
}

module.exports = LikelyFirst;
