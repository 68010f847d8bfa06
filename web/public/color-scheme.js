// Runs before the first paint, so that a dark page never flashes white. A file of its own because the
// content security policy forbids inline scripts. The key is the one given to Mantine in ui/Kit.tsx.
(function () {
  var system = window.matchMedia('(prefers-color-scheme: dark)');
  function show() {
    var stored = null;
    try {
      stored = window.localStorage.getItem('portico.color-scheme');
    } catch {
      // storage may be blocked; the system's preference is good enough
    }
    var dark = stored === 'dark' || (stored !== 'light' && system.matches);
    document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  }
  show();
  system.addEventListener('change', show);
  window.addEventListener('storage', show);
})();
