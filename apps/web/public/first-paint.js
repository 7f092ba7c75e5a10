// Runs before the first paint, so that neither scheme nor direction flashes. A file of its own: the policy of this site forbids inline scripts.
{
  const languages = ['en', 'fr', 'de', 'uk', 'ar'];
  const kept = (name) => {
    try {
      return localStorage.getItem(name);
    } catch {
      // Storage may be forbidden; the browser's own wishes hold then.
      return null;
    }
  };
  const wishes = [kept('throughline-language'), ...(navigator.languages ?? []).map((tag) => tag.slice(0, 2))];
  const language = wishes.find((wish) => languages.includes(wish)) ?? 'en';
  const scheme = kept('throughline-scheme');
  const isDark = scheme === 'dark' || (scheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
  document.documentElement.setAttribute('data-mantine-color-scheme', isDark ? 'dark' : 'light');
}
