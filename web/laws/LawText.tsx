import type { ReactNode } from 'react';
import type { LawParagraph } from '../kit/wire';

/** An article's paragraphs and items, in the voice of the law. */
export function LawText({ paragraphs, beside }: { paragraphs: LawParagraph[]; beside?: (no: number) => ReactNode }) {
  return (
    <div className="law lawtext">
      {paragraphs.map((one) => (
        <div key={one.no}>
          {one.text && (
            <p>
              {one.text}
              {beside?.(one.no)}
            </p>
          )}
          {one.items.length > 0 && (
            <ul>
              {one.items.map((item, at) => (
                <li key={at}>
                  {item.label}
                  {item.text}
                </li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </div>
  );
}
