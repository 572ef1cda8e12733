/** Which of the two programs a phone puts on its home screen from here: the citizens' one, or that of the rounds. */
export function installable(manifest: '/app.json' | '/rounds.json'): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]');
  if (link && link.getAttribute('href') !== manifest) link.href = manifest;
}
