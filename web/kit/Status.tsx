import type { ReactNode } from 'react';
import type { ColourName } from './wire';

export type Tone = ColourName | 'now';

function form(tone: Tone): ReactNode {
  switch (tone) {
    case 'red':
      return <path d="M6 .8 11.6 11H.4z" />;
    case 'orange':
      return <path d="M6 .5 11.5 6 6 11.5 .5 6z" />;
    case 'yellow':
      return <rect x="1.2" y="1.2" width="9.6" height="9.6" />;
    case 'green':
      return <circle cx="6" cy="6" r="5.2" />;
    case 'blue':
      return (
        <>
          <circle className="o" cx="6" cy="6" r="4.6" />
          <circle cx="6" cy="6" r="2" />
        </>
      );
    case 'grey':
      return <circle className="o d" cx="6" cy="6" r="4.8" />;
    case 'now':
      return <path d="M.6 10a5.4 5.4 0 0 1 10.8 0z" />;
  }
}

/** The shape alone; a word must stand beside it. */
export function Shape({ tone }: { tone: Tone }) {
  return (
    <svg className={`sh sh-${tone}`} viewBox="0 0 12 12" aria-hidden="true" focusable="false">
      {form(tone)}
    </svg>
  );
}

/** Shape, word and colour, always all three. */
export function Status({ tone, children, plain }: { tone: Tone; children: ReactNode; plain?: boolean }) {
  return (
    <span className={plain ? 'plain' : `tag t-${tone}`}>
      <Shape tone={tone} />
      <span>{children}</span>
    </span>
  );
}
