import lighthouse from 'lighthouse';

const [url, port, runs] = process.argv.slice(2);
const categories = ['performance', 'accessibility', 'best-practices'];

/** What keeps a category below its best, in the words of Lighthouse; told on the other output, for people to mend. */
function shortcomings({ categories: found, audits }) {
  return Object.values(found).flatMap(({ id, auditRefs }) =>
    auditRefs
      .filter(
        ({ id: audit, weight }) => weight > 0 && audits[audit].score !== null && audits[audit].score < 0.9,
      )
      .map(({ id: audit }) => `${id}: ${audits[audit].title} ${audits[audit].displayValue ?? ''}`.trim()),
  );
}

/** Opens a page several times as a phone on a slow network, in the browser that listens on the port. */
const results = [];
for (let run = 0; run < Number(runs); run += 1) {
  const { lhr } = await lighthouse(url, {
    port: Number(port),
    onlyCategories: categories,
    logLevel: 'silent',
  });
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  results.push({
    url: lhr.finalDisplayedUrl,
    scores: categories.map((id) => Math.round((lhr.categories[id].score ?? 0) * 100)),
    shortcomings: shortcomings(lhr),
    times: [
      'first-contentful-paint',
      'largest-contentful-paint',
      'total-blocking-time',
      'cumulative-layout-shift',
    ].map((id) => lhr.audits[id].numericValue),
  });
}
process.stdout.write(JSON.stringify(results));
