// Opens the pages of the rounds where there is no network. It touches nothing of the interface (/api) and no other page.
// With a network the page comes from the server each time, so that a new program is never held up by an old worker.
const SHELF = 'maple-rounds';
const PAGE = '/desk/rounds';
const PATIENCE = 6000;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** Keeps the page and its parts, all of one build: a page that names a part not given here is of another one. */
async function keep(parts) {
  const shelf = await caches.open(SHELF);
  const page = await fetch(PAGE, { cache: 'no-store' });
  if (!page.ok) return;
  const named = (await page.clone().text()).match(/\/assets\/[\w.-]+/g) || [];
  if (!named.every((part) => parts.includes(part))) return;
  for (const part of parts) {
    if (await shelf.match(part)) continue;
    const answer = await fetch(part);
    if (!answer.ok) return;
    await shelf.put(part, answer);
  }
  await shelf.put(PAGE, page);
  for (const kept of await shelf.keys()) {
    const path = new URL(kept.url).pathname;
    if (path !== PAGE && !parts.includes(path)) await shelf.delete(kept);
  }
}

self.addEventListener('message', (event) => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keep(event.data.keep).catch(() => undefined));
});

async function page(request) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    return await fetch(request, { signal: stop.signal });
  } catch (reason) {
    const kept = await caches.match(PAGE);
    if (kept) return kept;
    throw reason;
  } finally {
    clearTimeout(timer);
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (pathname.startsWith('/assets/') || pathname === '/mark.svg') {
    event.respondWith(caches.match(request).then((kept) => kept || fetch(request)));
  }
});
