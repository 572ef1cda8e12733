import { useEffect, useState } from 'react';
import type { FileRow } from '../kit/wire';

export type Sort = 'image' | 'audio' | 'video' | 'pdf' | 'text';

/** What the way to a preview is called. */
export const SORT_WORDS: Record<Sort, string> = {
  image: '看图',
  audio: '听录音',
  video: '看录像',
  pdf: '看文件',
  text: '看文字',
};

/** What is larger is saved and opened from the disk: a page holds all of it in memory. */
const MOST_SHOWN_BYTES = 200_000_000;
/** More of a text than this nobody reads in a card. */
const MOST_READ_BYTES = 200_000;

/** Whether the browser draws a PDF by itself; most phones don't. */
export function drawsPdf(): boolean {
  if (typeof navigator === 'undefined') return false;
  return navigator.pdfViewerEnabled ?? !!navigator.mimeTypes?.namedItem?.('application/pdf');
}

/** What a browser shows by itself; null for what is only saved. */
export function sortOf(file: Pick<FileRow, 'type' | 'size'>, pdf = drawsPdf()): Sort | null {
  if (file.size > MOST_SHOWN_BYTES) return null;
  if (file.type === 'application/pdf') return pdf ? 'pdf' : null;
  if (/^text\/(plain|csv)\b/.test(file.type)) return 'text';
  return (['image', 'audio', 'video'] as const).find((one) => file.type.startsWith(`${one}/`)) ?? null;
}

/** Words of a file, whichever of the two codes of the desk they are in; a letter that was cut in two is left out. */
export function wordsOf(bytes: Uint8Array): string {
  try {
    // what follows in a later piece is no fault of this one
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('gb18030').decode(bytes, { stream: true });
  }
}

function Words({ content, name }: { content: Blob; name: string }) {
  const [words, setWords] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void content
      .slice(0, MOST_READ_BYTES)
      .arrayBuffer()
      .then((bytes) => gone || setWords(wordsOf(new Uint8Array(bytes))));
    return () => {
      gone = true;
    };
  }, [content]);
  if (words === null) return null;
  return (
    <div className="preview">
      <pre role="region" aria-label={name} tabIndex={0}>
        {words || '（空的）'}
      </pre>
      {content.size > MOST_READ_BYTES && <p className="meta">只显示开头一段，全文请保存下来看。</p>}
    </div>
  );
}

/**
 * What was fetched, drawn by the browser itself: no program of ours opens it and no byte leaves the machine. A PDF
 * stands in a frame of its own, which the page's policy lets go nowhere else.
 */
export function FileShown({ sort, content, name }: { sort: Sort; content: Blob; name: string }) {
  const [url, setUrl] = useState('');
  useEffect(() => {
    // said here, not by the file: a frame never takes it for a page
    const own = sort === 'pdf' ? new Blob([content], { type: 'application/pdf' }) : content;
    const made = URL.createObjectURL(own);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [content, sort]);
  if (sort === 'text') return <Words content={content} name={name} />;
  if (!url) return null;
  if (sort === 'pdf') return <iframe className="preview" src={url} title={name} />;
  if (sort === 'audio') return <audio controls src={url} aria-label={name} />;
  if (sort === 'video') return <video className="preview" controls src={url} aria-label={name} />;
  return <img src={url} alt={name} />;
}
