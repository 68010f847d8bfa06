const opening = /^(WHERE|AND|ON)$/i;
const closing =
  /^(AND|OR|ORDER|GROUP|LIMIT|JOIN|LEFT|INNER|WHERE|ON|RETURNING|UNION|FOR|THEN|ELSE|END|SELECT|FROM|SET|HAVING|AS)$/i;
const operator = /=|<|>|\b(IN|IS|EXISTS|LIKE|ANY)\b/;

/**
 * The conditions of a piece of SQL that stands between two places of a text, as pairs of places: each could be TRUE
 * by itself. What is filled in (`holes`) is part of a condition and not looked into.
 */
export function conditionsIn(text, start, end, holes) {
  const words = wordsOf(text, start, end, holes);
  const whole = text.slice(start, end);
  const found = [];
  const take = (index) => {
    const first = words[index];
    if (!first) return;
    let depth = 0;
    let last = index - 1;
    for (let at = index; at < words.length; at += 1) {
      const { word } = words[at];
      if (word === '(' || /^CASE$/i.test(word)) depth += 1;
      else if (word === ')' || (/^END$/i.test(word) && depth > 0)) depth -= 1;
      if (word === 'more') break;
      if (depth < 0 || (depth === 0 && (closing.test(word) || word === ',' || word === ';'))) break;
      last = at;
    }
    if (last < index) return;
    const [from, to] = [first.from, words[last].to];
    if (operator.test(text.slice(from, to)) && text.slice(from, to) !== 'TRUE') found.push([from, to]);
  };
  // A piece that is no statement may be a condition from its beginning.
  if (
    words.length > 2 &&
    !/^\s*(SELECT|UPDATE|INSERT|DELETE|WITH|CREATE|ALTER|[a-z "]+,)/i.test(whole) &&
    operator.test(whole) &&
    /^\s*(row|mine|\$|EXISTS|u|pa|\()/.test(whole)
  )
    take(0);
  words.forEach(({ word }, index) => {
    if (opening.test(word) && looksLikeSql(whole)) take(index + 1);
  });
  return found;
}

const looksLikeSql = (whole) =>
  /\b(SELECT|UPDATE|DELETE|WHERE|row\.|mine\.|[a-z]\.[a-z_]+ (=|IS|IN))/.test(whole);

function wordsOf(text, start, end, holes) {
  const words = [];
  let at = start;
  while (at < end) {
    const hole = holes.find(([from]) => from === at);
    if (hole) {
      // What is filled in may bring conditions of its own.
      words.push({
        word: /^[^`]*`\s*AND /.test(hole[2].replace(/^.*\? raw\(''\) : /s, '')) ? 'more' : '${}',
        from: hole[0],
        to: hole[1],
      });
      at = hole[1];
      continue;
    }
    const rest = text.slice(at, Math.min(end, ...holes.map(([from]) => (from > at ? from : Infinity))));
    const [piece] = /^(\s+|'[^']*'|[A-Za-z_][\w.]*|[(),;]|[^\s\w(),;']+|\d+|.)/s.exec(rest);
    if (piece.trim()) words.push({ word: piece, from: at, to: at + piece.length });
    at += piece.length;
  }
  return words;
}
