import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';
import { keepPreference, usePreferences } from '../kit/table/preferences';
import { tourOf, type PageTour, type TourStop } from './tours';
import '../kit/css/tour.css';

const here = (stop: TourStop): Element | null => document.querySelector(stop.at);

/** Walks over a page, a ring around what is meant; nothing is covered and nothing is held up. */
function Walk({ tour, onEnd }: { tour: PageTour; onEnd: () => void }) {
  const [stops] = useState(() => tour.stops.filter(here));
  const [at, setAt] = useState(0);
  const stop = stops[at];
  useEffect(() => {
    const target = stop && here(stop);
    if (!target) return undefined;
    target.classList.add('toured');
    // what is taller than the screen is shown from its top
    const tall = target.getBoundingClientRect().height > window.innerHeight * 0.6;
    target.scrollIntoView({ block: tall ? 'start' : 'center' });
    return () => target.classList.remove('toured');
  }, [stop]);
  const last = at + 1 >= stops.length;
  return (
    <section className="tour" aria-label="带您看这一页">
      <p aria-live="polite">
        <small>
          {at + 1} / {stops.length}
        </small>{' '}
        {stop?.words}
      </p>
      <div className="acts">
        {!last && (
          <button type="button" className="btn sm" autoFocus onClick={() => setAt(at + 1)}>
            下一处
          </button>
        )}
        <button type="button" className={last ? 'btn sm' : 'btn quiet sm'} onClick={onEnd}>
          {last ? '看完了' : '不看了'}
        </button>
      </div>
    </section>
  );
}

/** Whoever opens a page for the first time is asked once; the answer is kept with the account. */
export function Tour() {
  const { pathname } = useLocation();
  const tour = tourOf(pathname);
  const kept = usePreferences();
  const [walking, setWalking] = useState('');
  useEffect(() => setWalking(''), [pathname]);
  if (!tour || !kept.isSuccess) return null;
  const seen = kept.data.items.some((one) => one.name === tour.name);
  const end = () => {
    setWalking('');
    // what couldn't be kept is asked again: no harm
    if (!seen) void keepPreference(tour.name, { seen: 'yes' }).catch(() => {});
  };
  if (walking === tour.name) return <Walk tour={tour} onEnd={end} />;
  if (seen) return null;
  return (
    <p className="tourask noprint">
      第一次打开这一页？
      <button type="button" className="btn quiet sm" onClick={() => setWalking(tour.name)}>
        带我看一遍
      </button>
      <button type="button" className="btn quiet sm" onClick={end}>
        不用
      </button>
    </p>
  );
}
