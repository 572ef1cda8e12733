import { momentWords } from '../kit/days';

/** What was written before stands here again; whoever doesn't want it begins anew. */
export function DraftLine({ found, savedAt, onAgain }: { found: string; savedAt: string; onAgain: () => void }) {
  if (found)
    return (
      <p className="draftline" role="status">
        {momentWords(found)} 没提交的草稿还在，接着写就行。
        <button type="button" className="btn quiet sm" onClick={onAgain}>
          不要了，重新写
        </button>
      </p>
    );
  return savedAt ? (
    <p className="draftline meta">草稿已存在这台电脑上（加密，只有您能看），提交或退出后删掉。</p>
  ) : null;
}
