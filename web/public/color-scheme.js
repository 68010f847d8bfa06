// Runs before the first paint, so that a dark page never flashes white. A file of its own because the
// content security policy forbids inline scripts. The key is the one given to Mantine in ui/ThemeProvider.tsx.
(function () {
  var stored = null;
  try {
    stored = window.localStorage.getItem('portico.color-scheme');
  } catch {
    // storage may be blocked; the system's preference is good enough
  }
  var dark =
    stored === 'dark' || (stored !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
