// Runs before the first paint, so that neither scheme nor direction flashes. A file of its own: the policy of this site forbids inline scripts.
(function () {
  var root = document.documentElement;
  var languages = ['en', 'fr', 'de', 'uk', 'ar'];
  var language = null;
  var scheme = null;
  try {
    language = localStorage.getItem('throughline-language');
    scheme = localStorage.getItem('throughline-scheme');
  } catch (e) {
    // Storage may be forbidden; the browser's own wishes hold then.
  }
  if (languages.indexOf(language) < 0) {
    language = (navigator.languages || []).map((tag) => tag.slice(0, 2)).find((tag) => languages.indexOf(tag) >= 0) || 'en';
  }
  if (scheme !== 'light' && scheme !== 'dark') scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  root.lang = language;
  root.dir = language === 'ar' ? 'rtl' : 'ltr';
  root.setAttribute('data-mantine-color-scheme', scheme);
})();
