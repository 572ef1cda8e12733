import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { dayLong, dayOf, clockOf, now } from '../kit/days';
import { useWhatIsPrinted } from '../kit/printed';
import type { Me } from '../kit/wire';

const moment = () => `${dayLong(dayOf(now()))} ${clockOf(now())}`;

/** On paper only: which number, who printed it, when, and by what it is compared with the trail. */
export function PrintFoot({ me }: { me: Me }) {
  const printed = useWhatIsPrinted();
  const [at, setAt] = useState(moment);
  useEffect(() => {
    const fresh = () => flushSync(() => setAt(moment()));
    addEventListener('beforeprint', fresh);
    return () => removeEventListener('beforeprint', fresh);
  }, []);
  const office = me.posts[0]?.agency.name;
  return (
    <footer className="printfoot" aria-hidden="true">
      {[
        printed && `编号 ${printed.number}`,
        `打印人 ${me.person.name}${office ? `（${office}）` : ''}`,
        at,
        printed?.check && `核对码 ${printed.check}`,
      ]
        .filter(Boolean)
        .join('；')}
    </footer>
  );
}
