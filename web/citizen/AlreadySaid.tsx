import { Link } from 'react-router';

/**
 * The same words for everybody, whatever was answered: nothing is asked of the server and nothing is kept here, so that
 * nobody learns from it whether some phone has filed anything.
 */
export function AlreadySaid() {
  return (
    <p className="meta" style={{ marginTop: 12 }}>
      同一件事报过的，不必再报：<Link to="/progress">用查询码查进度</Link>更快，有新情况也在那里补。查询码丢了，打受理单位的电话。
    </p>
  );
}
