// Opens one page where there is no network: the rounds of officers, or what citizens say something with. Each has a worker
// of its own (`?page=`). With a network the page comes from the server each time, so that a new program is never held up
// by an old worker. Of the interface (/api) it keeps only what everybody may read before signing in: what can be said
// here, and where.
const PAGE = ['/desk/rounds', '/report'].find((page) => new URL(self.location.href).searchParams.get('page') === page);
const SHELF = `maple-page-${PAGE}`;
const OPEN = ['/api/public/about', '/api/public/scenes', '/api/public/areas'];
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
    if (path !== PAGE && !OPEN.includes(path) && !parts.includes(path)) await shelf.delete(kept);
  }
}

self.addEventListener('message', (event) => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keep(event.data.keep).catch(() => undefined));
});

/** What the server says, and what it said last where it can't be asked. */
async function open(request) {
  const shelf = await caches.open(SHELF);
  try {
    const answer = await fetch(request);
    if (answer.ok) await shelf.put(request, answer.clone());
    return answer;
  } catch (reason) {
    const kept = await shelf.match(request);
    if (kept) return kept;
    throw reason;
  }
}

async function page(request) {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    return await fetch(request, { signal: stop.signal });
  } catch (reason) {
    const kept = await caches.match(PAGE, { cacheName: SHELF });
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
    event.respondWith(caches.match(request, { cacheName: SHELF }).then((kept) => kept || fetch(request)));
  } else if (PAGE === '/report' && OPEN.includes(pathname)) event.respondWith(open(request));
});
