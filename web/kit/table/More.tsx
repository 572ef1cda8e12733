import { useEffect, useRef } from 'react';

interface Paged {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

/** Key paging: the next piece comes when one scrolls to it, or by the button; no page count is pretended. */
export function More({ page, what }: { page: Paged; what: string }) {
  const foot = useRef<HTMLDivElement>(null);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = page;
  useEffect(() => {
    if (!hasNextPage || isFetchingNextPage || !foot.current) return undefined;
    const watcher = new IntersectionObserver((seen) => {
      if (seen.some((one) => one.isIntersecting)) void fetchNextPage();
    });
    watcher.observe(foot.current);
    return () => watcher.disconnect();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  if (!hasNextPage) return null;
  return (
    <div className="foot" ref={foot}>
      <button type="button" className="btn quiet sm" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
        {isFetchingNextPage ? `正在取更多${what}` : `往下还有${what}，滚动即载入`}
      </button>
    </div>
  );
}
