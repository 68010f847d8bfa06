const { TestEnvironment } = require('jest-environment-node');

/** One test that fails is enough to know: the others of its file are not run. */
class OneFailure extends TestEnvironment {
  failed = false;

  handleTestEvent(event) {
    if (['test_fn_failure', 'hook_failure'].includes(event.name)) this.failed = true;
    if (event.name === 'test_start' && this.failed) event.test.mode = 'skip';
  }
}

module.exports = OneFailure;
