import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { call } from './api';
import { momentWords } from './days';
import type { Values } from './schema';
import type { SimilarMatter } from './wire';

const WAIT = 900;

/** What may already be there, said while somebody is still writing. It never stands in the way. */
export function SimilarCard({ scene, values }: { scene: string; values: Values }) {
  const [found, setFound] = useState<SimilarMatter[]>([]);
  const words = String(values['words'] ?? values['title'] ?? '').trim();
  const area = String(values['area'] ?? '');
  const name = String(values['applicant'] ?? '');
  useEffect(() => {
    if (words.length < 4) {
      setFound([]);
      return undefined;
    }
    const abort = new AbortController();
    const body = { scene, words, ...(area && { area }), ...(name && { name }) };
    const timer = setTimeout(() => {
      // a suggestion that doesn't come is missed by nobody
      call('post', '/api/matters/similar', { body, signal: abort.signal })
        .then((answer) => setFound(answer.items))
        .catch(() => undefined);
    }, WAIT);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [scene, words, area, name]);
  if (found.length === 0) return null;
  return (
    <aside className="paper" aria-label="可能是同一件" aria-live="polite" style={{ marginBottom: 14 }}>
      <h2>可能已经有了</h2>
      <p className="meta">照说法和地方比出来的，请您自己看是不是同一件。是，就在那一件里接着办；不是，照常登记。</p>
      <ul className="happened">
        {found.map((one) => (
          <li key={one.id}>
            <Link to={`/desk/matters/${encodeURIComponent(one.id)}`}>
              <b>{one.title}</b>
            </Link>
            <small>
              {one.code}，{one.place}，{momentWords(one.openedAt)} 受理
            </small>
            <small>{one.reasons.join('；')}</small>
          </li>
        ))}
      </ul>
    </aside>
  );
}
