import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { conditionsIn } from './sql-conditions.mjs';

const rules = new Set(['isSignedIn', 'hasAccess', 'isOwner', 'isTeamMember', 'isImpersonating']);

/** What is thrown, or returned, at somebody who may not. */
const refusals =
  /^(forbidden|notFound|unauthenticated|impersonationReadOnly|rateLimited|linkUsed|lastOwner|staleVersion|nothingOpen|wrongCredentials|badUserInput|nothingHere|refusal)$/;
const refusedCodes = /ErrorCode\.(LINK_EXPIRED|LINK_USED|FORBIDDEN|RATE_LIMITED|MODULE_DISABLED|LOCKED)/;

/** Commands whose only purpose is to stop somebody. */
const guarding = /^(check|refuse|guard|verify|withdraw|endSessions|count)/;

/** Questions that are answered with yes for whoever may. */
const permitting = /^(may[A-Z]|can[A-Z]|could[A-Z]|isShown|isOwn[A-Z]|isAtThis|isReference|ownsAll|matches)/;
/** Questions that are answered with yes for what is over, or must stay. */
const forbidding = /^(isExpired|isLast|isBreached)/;

const safeOptions = {
  csrfPrevention: 'false',
  httpOnly: 'false',
  sameSite: `'none'`,
  verifyClient: '() => true',
};

/** Where statements decide who sees, who is signed in, and what a link opens. */
const decidingFiles =
  /(\.visibility\.ts|\.permissions\.ts|features\/[^/]+\/index\.ts|app\/viewer\.ts|app\/context\.ts|platform\/request-context\.ts|features\/(identities|impersonation)\/[^/]+\.(ts)|attach-file\.ts)$/;

/** An import that a mutant needs; imports may stand at the end as well. */
const importing = (file, what, module) => {
  const path = relative(dirname(file), join('server/src', module)).replaceAll('\\', '/');
  return `\nimport { ${what} } from '${path.startsWith('.') ? path : `./${path}`}';\n`;
};

const calleeOf = (node) =>
  ts.isCallExpression(node) || ts.isNewExpression(node)
    ? ts.isPropertyAccessExpression(node.expression)
      ? node.expression.name.text
      : node.expression.getText()
    : '';

const unwrapped = (node) => {
  let inner = node;
  while (
    inner &&
    (ts.isAwaitExpression(inner) || ts.isParenthesizedExpression(inner) || ts.isVoidExpression(inner))
  )
    inner = inner.expression;
  return inner;
};

const refuses = (expression) => {
  const thrown = expression && unwrapped(expression);
  if (!thrown) return false;
  const callee = calleeOf(thrown);
  return refusals.test(callee) || (callee === 'refuse' && refusedCodes.test(thrown.getText()));
};

const operands = (node, operator) =>
  ts.isParenthesizedExpression(node)
    ? operands(node.expression, operator)
    : ts.isBinaryExpression(node) && node.operatorToken.kind === operator
      ? [...operands(node.left, operator), ...operands(node.right, operator)]
      : [node];

/** The kinds of guards: each looks at a node of the code, and tells what it would be without one. */
export const finders = [
  function rule(node, { file, imported, add }) {
    if (!ts.isPropertyAssignment(node) || !ts.isIdentifier(node.initializer)) return;
    const name = node.initializer.text;
    if (!rules.has(name) || !imported.get(name)?.endsWith('platform/permissions')) return;
    add(
      'shield rule',
      node.initializer,
      'mutantAnyone',
      `${node.name.getText()}: ${name} is open to anybody`,
      importing(file, 'isAnyone as mutantAnyone', 'platform/permissions'),
    );
  },
  function verdict(node, { file, add }) {
    if (
      !file.endsWith('platform/permissions.ts') ||
      calleeOf(node) !== 'aboutViewer' ||
      node.arguments.length < 2
    )
      return;
    if (node.arguments[0].getText() !== `'isAnyone'`)
      add(
        'shield rule',
        node.arguments[1],
        '() => true',
        `${node.arguments[0].getText()} lets everybody pass`,
      );
  },
  function shieldTree(node, { file, add }) {
    if (!file.endsWith('app/schema.ts')) return;
    if (calleeOf(node) === 'chain')
      node.arguments.forEach((argument, index) => {
        const rest = node.arguments.filter((_, other) => other !== index).map((each) => each.getText());
        add('shield rule', node, rest.join(', '), `chain without ${argument.getText()}`);
      });
    if (calleeOf(node) === 'applyMiddleware')
      node.arguments
        .slice(1)
        .forEach((argument) => add('middleware', argument, '{}', `without ${argument.getText()}`));
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isArrayLiteralExpression(node.initializer))
      for (const each of node.initializer.elements)
        add('middleware', each, '{}', `without ${each.getText()}`);
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'fallbackRule')
      add(
        'shield rule',
        node.initializer,
        'mutantAnyone',
        'what no map names is open',
        importing(file, 'isAnyone as mutantAnyone', 'platform/permissions'),
      );
  },
  function reason(node, { file, add }) {
    if (!['sees', 'anyoneSees'].includes(calleeOf(node)) || node.arguments.length !== 3) return;
    add(
      'visibility',
      node.arguments[2],
      `() => mutantRaw('TRUE')`,
      `everybody sees it: ${node.arguments[1].getText()}`,
      importing(file, 'raw as mutantRaw', 'platform/database/sql'),
    );
  },
  function mechanism(node, { file, add }) {
    if (!file.endsWith('platform/visibility.ts') && !file.endsWith('platform/request-context.ts')) return;
    if (calleeOf(node) === 'and' && node.arguments.length > 1 && !node.arguments.some(ts.isSpreadElement))
      for (const argument of node.arguments.filter((each) => each.getText() !== 'where'))
        add(
          'visibility',
          argument,
          `mutantRaw('TRUE')`,
          `without ${argument.getText()}`,
          importing(file, 'raw as mutantRaw', 'platform/database/sql'),
        );
    if (ts.isConditionalExpression(node) && node.whenFalse.getText() === 'null')
      add('visibility', node.condition, 'true', `whatever ${node.condition.getText()} says`);
    if (
      file.endsWith('request-context.ts') &&
      ts.isPropertyAssignment(node) &&
      node.getText() === 'companyId: this.companyId' &&
      isWhere(node.parent)
    )
      add('visibility', node, '', 'a write that forgets the company');
    if (
      ts.isShorthandPropertyAssignment(node) &&
      node.name.text === 'version' &&
      calleeOf(node.parent.parent) === 'update'
    )
      add('version check', node, '', 'a change whose version nobody compares');
  },
  function statement(node, { file, tree, text, add }) {
    if (!decidingFiles.test(file)) return;
    if (
      !ts.isTemplateExpression(node) &&
      !ts.isNoSubstitutionTemplateLiteral(node) &&
      !ts.isStringLiteral(node)
    )
      return;
    const holes = ts.isTemplateExpression(node)
      ? node.templateSpans.map((span) => [
          span.expression.pos - 2,
          span.literal.getStart(tree) + 1,
          span.expression.getText(),
        ])
      : [];
    const [start, end] = [node.getStart(tree) + 1, node.getEnd() - 1];
    for (const [from, to] of conditionsIn(text, start, end, holes))
      add('condition', [from, to], 'TRUE', `without ${text.slice(from, to)}`);
  },
  function refusal(node, { add }) {
    if (!ts.isIfStatement(node)) return;
    const then =
      ts.isBlock(node.thenStatement) && node.thenStatement.statements.length === 1
        ? node.thenStatement.statements[0]
        : node.thenStatement;
    if (!(ts.isThrowStatement(then) || ts.isReturnStatement(then)) || !refuses(then.expression)) return;
    const parts = operands(node.expression, ts.SyntaxKind.BarBarToken);
    for (const part of parts) add('refusal', part, 'false', `nobody is refused for ${part.getText()}`);
  },
  function guardCall(node, { add }) {
    if (!ts.isExpressionStatement(node)) return;
    const call = unwrapped(node.expression);
    const callee = calleeOf(call);
    if (!guarding.test(callee) || (callee === 'count' && !call.getText().includes('Limits.count'))) return;
    add('guard', node, ';', `without ${call.getText().slice(0, 80)}`);
  },
  function predicate(node, { add }) {
    const named =
      (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node)) &&
      node.initializer &&
      ts.isArrowFunction(node.initializer)
        ? node.initializer
        : ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node)
          ? node
          : null;
    const name = node.name?.getText() ?? '';
    if (!named?.body || /Sql\b/.test(named.type?.getText() ?? '') || named.body.getText().startsWith('sql`'))
      return;
    if (!(permitting.test(name) || forbidding.test(name))) return;
    const answer = permitting.test(name) ? 'true' : 'false';
    if (!ts.isBlock(named.body)) {
      add('predicate', named.body, answer, `${name} is always ${answer}`);
      const parts = operands(named.body, ts.SyntaxKind.AmpersandAmpersandToken);
      if (parts.length > 1)
        for (const part of parts) add('predicate', part, 'true', `${name} without ${part.getText()}`);
    } else add('predicate', named.body, `{ return ${answer}; }`, `${name} is always ${answer}`);
  },
  function shownField(node, { file, add }) {
    if (!file.endsWith('.resolver.ts')) return;
    const empty = /^(null|\[\]|false)$/;
    if (
      ts.isConditionalExpression(node) &&
      empty.test(node.whenFalse.getText()) &&
      /mayKnow|viewer|worksOn|isShown|shown|memberId|ownsAll/i.test(node.condition.getText())
    )
      add('field', node.condition, 'true', `shown whatever ${node.condition.getText()} says`);
    if (
      ts.isIfStatement(node) &&
      ts.isReturnStatement(node.thenStatement) &&
      empty.test(node.thenStatement.expression?.getText() ?? '') &&
      /viewer|signedIn|impersonation/.test(node.expression.getText())
    )
      add('field', node.expression, 'false', `shown whatever ${node.expression.getText()} says`);
  },
  function option(node, { add }) {
    const name = ts.isPropertyAssignment(node) ? node.name.getText() : '';
    if (name in safeOptions)
      add('option', node.initializer, safeOptions[name], `${name}: ${safeOptions[name]}`);
  },
  function policies(node, { file, tree, text, add, all }) {
    if (!file.endsWith('launch/row-security.ts')) return;
    if (ts.isForOfStatement(node) && node.statement.getText().includes('tenantPolicy(')) {
      const name = node.initializer.declarations[0].name.getText();
      for (const table of tablesOf(all))
        add(
          'policy',
          node.statement,
          `if (${name}.name !== '${table}') ${node.statement.getText()}`,
          `the table ${table} without its policy`,
        );
    }
    if (ts.isVariableDeclaration(node) && node.name.getText() === 'breaches')
      for (const each of node.initializer.elements)
        add('policy', each, '', `a start that does not look: ${each.getText().slice(0, 70)}`);
    if (!ts.isTemplateExpression(node) && !ts.isNoSubstitutionTemplateLiteral(node)) return;
    const [start, end] = [node.getStart(tree), node.getEnd()];
    const pieces =
      /(?:USING|WITH CHECK) \(\$\{\w+\}\)|ENABLE ROW LEVEL SECURITY,|, FORCE ROW LEVEL SECURITY|REVOKE ALL ON [^;]*;/g;
    for (const piece of text.slice(start, end).matchAll(pieces)) {
      const replacement = piece[0].replace(/\(\$\{\w+\}\)/, '(true)');
      add(
        'policy',
        [start + piece.index, start + piece.index + piece[0].length],
        replacement === piece[0] ? '' : replacement,
        `without ${piece[0]}`,
      );
    }
  },
];

/** Whether an object names rows and not what is written into them. */
const isWhere = (object) =>
  ts.isObjectLiteralExpression(object) &&
  ['update', 'deletion'].includes(calleeOf(object.parent)) &&
  object.properties.length > 1;

const tablesOf = (sources) =>
  sources
    .flatMap(({ text }) => [...text.matchAll(/@Entity\('(\w+)'\)/g)].map(([, name]) => name))
    .filter((name) => name !== 'rate_limits')
    .sort();
