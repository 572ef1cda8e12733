import { Link } from 'react-router';
import { useLibrary } from './lawQueries';
import { lawPath } from './lawWords';

/** Words that cite the law, as a way to the article where there is a library. Without 第…条 nothing is named. */
export function Cited({ words, on }: { words: string; on?: string | undefined }) {
  const library = useLibrary();
  if (!library || !/第.+条/.test(words)) return <>{words}</>;
  return <Link to={lawPath('/desk/laws', 'cited', { q: words, on })}>{words}</Link>;
}
