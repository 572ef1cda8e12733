/** The pages that open without a network; no others do. */
export type Kept = '/desk/rounds' | '/report';

/** What this page is made of, by address. */
function parts(): string[] {
  const linked = [...document.querySelectorAll<HTMLElement>('script[src], link[href]')].map(
    (one) => one.getAttribute('src') ?? one.getAttribute('href') ?? '',
  );
  const fetched = performance.getEntriesByType('resource').map((one) => one.name);
  const addresses = [...linked, ...fetched].map((one) => new URL(one, location.href));
  const ours = addresses.filter((one) => one.origin === location.origin).map((one) => one.pathname);
  return [...new Set(ours)].filter((path) => path.startsWith('/assets/') || path === '/mark.svg');
}

/** Lets one of the pages open without a network. */
export async function keepPages(page: Kept): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  try {
    const address = `/pages-worker.js?page=${page}`;
    const found = await navigator.serviceWorker.register(address, { scope: page, updateViaCache: 'none' });
    const worker = found.active ?? found.waiting ?? found.installing;
    worker?.postMessage({ keep: parts() });
  } catch {
    // without it the pages open only with a network; what is written is kept all the same
  }
}
