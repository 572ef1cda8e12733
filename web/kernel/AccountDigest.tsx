import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../kit/api';
import { dayLong } from '../kit/days';
import { client } from '../kit/queries';
import { Refusal } from '../kit/Refusal';
import { Failed, Loading } from '../kit/States';
import { useDeed } from './useDeed';

const KEY = ['account', 'digest'];

/** The list of the day by mail: off until one asks for it, with what became of the last one. */
export function AccountDigest() {
  const digest = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => call('get', '/api/account/digest', { signal }),
  });
  const [mail, setMail] = useState('');
  const { busy, refused, run, fault } = useDeed();
  if (digest.isError) return <Failed reason={digest.error} onRetry={() => void digest.refetch()} />;
  if (!digest.data) return <Loading what="邮件清单" rows={1} />;
  const { mail: kept, last } = digest.data;
  const wrong = fault('mail');
  const ask = () =>
    run(async () => {
      client.setQueryData(KEY, await call('post', '/api/account/digest', { body: { mail } }));
      setMail('');
    });
  const stop = () =>
    run(async () => {
      client.setQueryData(KEY, await call('delete', '/api/account/digest', {}));
    });
  return (
    <>
      <p className="meta" style={{ maxWidth: '46em' }}>
        每个工作日早上，把当天清单里各有几件发到您的邮箱：只有件数，没有编号和姓名。不填就不发。
      </p>
      {!!refused && !wrong && <Refusal reason={refused} />}
      {kept ? (
        <>
          <p role="status">
            发到 <b>{kept}</b>
            {last && `；${dayLong(last.day)}的一份：${last.words}`}
          </p>
          <div className="acts">
            <button type="button" className="btn" disabled={busy} onClick={() => void stop()}>
              不再发
            </button>
          </div>
        </>
      ) : (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            void ask();
          }}
        >
          <label className="label" htmlFor="digest-mail">
            发到哪个邮箱
          </label>
          <input
            id="digest-mail"
            className="in"
            type="email"
            autoComplete="email"
            value={mail}
            maxLength={200}
            aria-invalid={wrong ? true : undefined}
            onChange={(event) => setMail(event.target.value)}
            style={{ maxWidth: '24em' }}
          />
          {wrong && (
            <p className="fault" role="alert">
              {wrong}
            </p>
          )}
          <div className="acts">
            <button className="btn" disabled={busy || !mail.trim()}>
              每天早上发给我
            </button>
          </div>
        </form>
      )}
    </>
  );
}
