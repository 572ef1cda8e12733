-- How people sign in: one-time codes, locks that hit no bystander, sessions one can see and end, tokens that may less
-- than their owner, and a journal of who changed anything about an account.
drop function access.knock(text, bytea, int, int);
drop function access.admit(uuid, bytea, uuid, bytea, int);
drop function access.known(bytea, text, int);
drop function access.issue(bytea, uuid, bytea, text, timestamptz);
drop function access.tokens(bytea);
drop function access.revoke(bytea, uuid);
drop table access.knock;

-- `device` and `address` are rough on purpose: enough to know one's own session again.
alter table access.ticket
    add column means text not null default 'PASSWORD' check (means in ('PASSWORD', 'OIDC', 'CERTIFICATE')),
    add column device text not null default '',
    add column address text not null default '',
    add column reads_only boolean not null default false,
    add column scenes text[] not null default '{}',
    add column verbs text[] not null default '{}',
    add column areas text[] not null default '{}';

-- Attempts by login name and the place they come from, whether such an account exists or not: a lock betrays nothing,
-- and shuts out nobody elsewhere. A place is a browser that has signed in before, or an address; the empty place
-- counts all strangers together. Only hashes are kept, since people type passwords into the wrong field.
create table access.attempt (
    login_hash   bytea not null,
    place        bytea not null,
    attempts     int not null,
    locked_until timestamptz,
    last_at      timestamptz not null,
    primary key (login_hash, place)
);
create index attempt_last on access.attempt (last_at);

-- Browsers from which an account has signed in; each keeps a count of its own.
create table access.browser (
    hash    bytea not null check (length(hash) = 32),
    account uuid not null references access.account,
    seen_at timestamptz not null,
    primary key (hash, account)
);
create index browser_account on access.browser (account, seen_at);

-- The secret of one-time codes, sealed outside the database. Counts only once confirmed by a code.
create table access.code (
    account      uuid primary key references access.account,
    sealed       bytea not null,
    key_version  text not null,
    last_step    bigint not null default 0,
    confirmed_at timestamptz
);

create table access.recovery (
    account uuid not null references access.account,
    hash    bytea not null check (length(hash) = 32),
    used_at timestamptz,
    primary key (account, hash)
);

-- What was done to an account and by whom; whoever it concerns is told what others did.
create table access.journal (
    id      uuid primary key,
    account uuid not null references access.account,
    deed    text not null check (deed ~ '^[A-Z_]+$'),
    by      uuid not null,
    by_name text not null,
    reason  text not null,
    at      timestamptz not null,
    told_at timestamptz
);
create index journal_account on access.journal (account, id);
create index journal_untold on access.journal (account) where told_at is null;

do $$
declare
    kept text;
begin
    foreach kept in array array['attempt', 'browser', 'code', 'recovery', 'journal'] loop
        execute format('alter table access.%I enable row level security', kept);
        execute format('alter table access.%I force row level security', kept);
        execute format('create policy functions on access.%I to current_user using (true) with check (true)', kept);
    end loop;
end $$;

-- Counts an attempt before its password is looked at, so that many at once can't outrun the lock. `locked` attempts
-- are refused unseen; otherwise `until` is when the next one is let in if this one fails.
-- From a known browser only its own count matters. Strangers are counted by address, and all together: after
-- `most_strangers` in a row each has to wait twice as long as the one before, up to the length of a lock.
create function access.knock(asked text, asked_hash bytea, address bytea, asked_browser bytea, most int, minutes int,
                             most_strangers int)
    returns table (account uuid, secret text, locked boolean, until timestamptz, place bytea, stranger boolean)
    language plpgsql security definer set search_path = '' as $$
declare
    now  timestamptz := ground.moment();
    own  access.attempt;
    rest access.attempt;
    seconds double precision;
begin
    stranger := not exists (select from access.browser b
                              join access.account a on a.id = b.account
                             where b.hash = asked_browser and a.login = asked);
    place := case when stranger then address else asked_browser end;
    insert into access.attempt values (asked_hash, '', 0, null, now) on conflict do nothing;
    insert into access.attempt values (asked_hash, knock.place, 0, null, now) on conflict do nothing;
    -- always in this order
    select * into strict rest from access.attempt k where k.login_hash = asked_hash and k.place = '' for update;
    select * into strict own from access.attempt k
     where k.login_hash = asked_hash and k.place = knock.place for update;
    if own.locked_until > now or (stranger and rest.locked_until > now) then
        locked := true;
        until := greatest(own.locked_until, case when stranger then rest.locked_until end);
        return next;
        return;
    end if;
    if own.locked_until is not null or own.last_at < now - interval '1 day' then
        own.attempts := 0;
    end if;
    own.attempts := own.attempts + 1;
    own.locked_until := case when own.attempts >= most then now + make_interval(mins => minutes) end;
    update access.attempt k
       set attempts = own.attempts, locked_until = own.locked_until, last_at = now
     where k.login_hash = asked_hash and k.place = knock.place;
    if stranger then
        if rest.last_at < now - interval '1 day' then
            rest.attempts := 0;
        end if;
        rest.attempts := rest.attempts + 1;
        seconds := least(power(2, least(rest.attempts - most_strangers, 20)), minutes * 60.0);
        rest.locked_until := case when rest.attempts >= most_strangers then now + make_interval(secs => seconds) end;
        update access.attempt k
           set attempts = rest.attempts, locked_until = rest.locked_until, last_at = now
         where k.login_hash = asked_hash and k.place = '';
    end if;
    locked := false;
    until := greatest(own.locked_until, case when stranger then rest.locked_until end);
    select a.id, a.secret into account, secret
      from access.account a
     where a.login = asked and a.disabled_at is null;
    return next;
end $$;

-- Takes back the count of an attempt that was no wrong guess; whatever was counted before it stays.
create function access.forgive(asked_hash bytea, asked_place bytea) returns void
    language sql security definer set search_path = '' as $$
    update access.attempt k
       set attempts = greatest(k.attempts - 1, 0), locked_until = null
     where k.login_hash = asked_hash and k.place in ('', asked_place)
$$;

-- Opens a session, forgets the attempts of this place, remembers the browser, and sweeps what nobody needs any more.
-- The attempts of strangers elsewhere stay counted.
create function access.admit(asked uuid, asked_hash bytea, asked_place bytea, asked_browser bytea, ticket uuid,
                             ticket_hash bytea, hours int, asked_means text, asked_device text, asked_address text)
    returns void language plpgsql security definer set search_path = '' as $$
declare
    now timestamptz := ground.moment();
begin
    perform access.forgive(asked_hash, asked_place);
    delete from access.attempt k where k.login_hash = asked_hash and k.place = asked_place;
    insert into access.ticket (id, hash, kind, account, name, opened_at, seen_at, ends_at, means, device, address)
    values (ticket, ticket_hash, 'SESSION', asked, '', now, now, now + make_interval(hours => hours),
            asked_means, asked_device, asked_address);
    insert into access.browser as b (hash, account, seen_at)
    select asked_browser, asked, now where asked_browser is not null
        on conflict (hash, account) do update set seen_at = excluded.seen_at;
    delete from access.browser b
     where b.account = asked
       and b.hash not in (select o.hash from access.browser o where o.account = asked order by o.seen_at desc limit 10);
    delete from access.browser b where b.account = asked and b.seen_at < now - interval '1 year';
    delete from access.attempt k where k.last_at < now - interval '2 days';
    delete from access.ticket t where t.ends_at < now - interval '30 days';
end $$;

-- Whose session or token it is; no row if it is none, has ended or lay idle too long.
create function access.known(asked bytea, asked_kind text, idle_minutes int)
    returns table (account uuid, person uuid, kind text, name text, means text, opened_at timestamptz, coded boolean,
                   reads_only boolean, scenes text[], verbs text[], areas text[])
    language plpgsql security definer set search_path = '' as $$
declare
    now timestamptz := ground.moment();
begin
    update access.ticket t
       set seen_at = now
     where t.hash = asked
       and t.seen_at < now - interval '1 minute'
       and (t.kind = 'TOKEN' or t.seen_at > now - make_interval(mins => idle_minutes));
    return query
        select a.id, a.person, a.kind, a.name, t.means, a.opened_at,
               exists (select from access.code c where c.account = a.id and c.confirmed_at is not null),
               t.reads_only, t.scenes, t.verbs, t.areas
          from access.ticket t
          join access.account a on a.id = t.account
         where t.hash = asked
           and t.kind = asked_kind
           and t.ended_at is null
           and t.ends_at > now
           and (t.kind = 'TOKEN' or t.seen_at > now - make_interval(mins => idle_minutes))
           and a.disabled_at is null;
end $$;

-- A token for the account of a living session; a token breeds no tokens.
create function access.issue(own bytea, ticket uuid, ticket_hash bytea, asked_name text, until timestamptz,
                             only_reads boolean, asked_scenes text[], asked_verbs text[], asked_areas text[])
    returns boolean language plpgsql security definer set search_path = '' as $$
begin
    insert into access.ticket (id, hash, kind, account, name, opened_at, seen_at, ends_at, means, device, address,
                               reads_only, scenes, verbs, areas)
    select ticket, ticket_hash, 'TOKEN', t.account, asked_name, ground.moment(), ground.moment(), until, t.means, '', '',
           only_reads, asked_scenes, asked_verbs, asked_areas
      from access.ticket t
     where t.hash = own and t.kind = 'SESSION' and t.ended_at is null and t.ends_at > ground.moment()
       and (select count(*) from access.ticket o
             where o.account = t.account and o.kind = 'TOKEN' and o.ended_at is null
               and o.ends_at > ground.moment()) < 20;
    return found;
end $$;

-- The living sessions and tokens of an account, the one seen last first.
create function access.tickets(asked uuid, idle_minutes int)
    returns table (id uuid, hash bytea, kind text, name text, opened_at timestamptz, seen_at timestamptz,
                   ends_at timestamptz, means text, device text, address text, reads_only boolean, scenes text[],
                   verbs text[], areas text[])
    language sql security definer set search_path = '' as $$
    select t.id, t.hash, t.kind, t.name, t.opened_at, t.seen_at, t.ends_at, t.means, t.device, t.address,
           t.reads_only, t.scenes, t.verbs, t.areas
      from access.ticket t
     where t.account = asked and t.ended_at is null and t.ends_at > ground.moment()
       and (t.kind = 'TOKEN' or t.seen_at > ground.moment() - make_interval(mins => idle_minutes))
     order by t.seen_at desc, t.id
$$;

-- Ends tickets of an account, one or all but one, and says which hashes died, so that a cache can forget them.
create function access.end_tickets(asked uuid, asked_kind text, only_one uuid, but bytea) returns setof bytea
    language sql security definer set search_path = '' as $$
    update access.ticket t set ended_at = ground.moment()
     where t.account = asked and t.ended_at is null
       and (asked_kind is null or t.kind = asked_kind)
       and (only_one is null or t.id = only_one)
       and (but is null or t.hash <> but)
    returning t.hash
$$;

create function access.account_of(asked uuid)
    returns table (login text, person uuid, name text, kind text, opened_at timestamptz, coded_at timestamptz,
                   codes_left int)
    language sql security definer set search_path = '' as $$
    select a.login, a.person, a.name, a.kind, a.opened_at, c.confirmed_at,
           (select count(*)::int from access.recovery r where r.account = a.id and r.used_at is null)
      from access.account a
      left join access.code c on c.account = a.id
     where a.id = asked and a.disabled_at is null
$$;

-- The open accounts of some staff.
create function access.accounts_of(persons uuid[], idle_minutes int)
    returns table (id uuid, login text, person uuid, coded boolean, sessions int, tokens int, seen_at timestamptz)
    language sql security definer set search_path = '' as $$
    select a.id, a.login, a.person,
           exists (select from access.code c where c.account = a.id and c.confirmed_at is not null),
           count(t.id) filter (where t.kind = 'SESSION')::int,
           count(t.id) filter (where t.kind = 'TOKEN')::int,
           (select max(l.seen_at) from access.ticket l where l.account = a.id and l.kind = 'SESSION')
      from access.account a
      left join access.ticket t on t.account = a.id and t.ended_at is null and t.ends_at > ground.moment()
           and (t.kind = 'TOKEN' or t.seen_at > ground.moment() - make_interval(mins => idle_minutes))
     where a.person = any(persons) and a.kind = 'OFFICER' and a.disabled_at is null
     group by a.id
     order by a.login
$$;

-- Another password; the browsers known so far are strangers again, but for this one.
create function access.set_password(asked uuid, fresh text, but bytea) returns void
    language plpgsql security definer set search_path = '' as $$
begin
    update access.account set secret = fresh where id = asked;
    delete from access.browser b where b.account = asked and (but is null or b.hash <> but);
end $$;

create function access.code_of(asked uuid)
    returns table (sealed bytea, key_version text, last_step bigint, confirmed boolean)
    language sql security definer set search_path = '' as $$
    select c.sealed, c.key_version, c.last_step, c.confirmed_at is not null from access.code c where c.account = asked
$$;

-- Keeps a secret until a code confirms it; a confirmed one is not replaced.
create function access.begin_code(asked uuid, fresh bytea, version text) returns boolean
    language plpgsql security definer set search_path = '' as $$
begin
    insert into access.code as c (account, sealed, key_version)
    values (asked, fresh, version)
        on conflict (account) do update
       set sealed = excluded.sealed, key_version = excluded.key_version, last_step = 0
     where c.confirmed_at is null;
    return found;
end $$;

-- Uses up a step of time: once, and none before it. The first one confirms.
create function access.use_step(asked uuid, step bigint, confirms boolean) returns boolean
    language plpgsql security definer set search_path = '' as $$
begin
    update access.code c
       set last_step = step, confirmed_at = coalesce(c.confirmed_at, ground.moment())
     where c.account = asked and c.last_step < step and (c.confirmed_at is null) = confirms;
    return found;
end $$;

create function access.use_recovery(asked uuid, asked_hash bytea) returns boolean
    language plpgsql security definer set search_path = '' as $$
begin
    update access.recovery r set used_at = ground.moment()
     where r.account = asked and r.hash = asked_hash and r.used_at is null
       and exists (select from access.code c where c.account = asked and c.confirmed_at is not null);
    return found;
end $$;

create function access.set_recovery(asked uuid, hashes text[]) returns void
    language plpgsql security definer set search_path = '' as $$
begin
    delete from access.recovery r where r.account = asked;
    insert into access.recovery (account, hash) select asked, decode(h, 'hex') from unnest(hashes) as h;
end $$;

create function access.drop_code(asked uuid) returns boolean
    language plpgsql security definer set search_path = '' as $$
begin
    delete from access.recovery r where r.account = asked;
    delete from access.code c where c.account = asked and c.confirmed_at is not null;
    return found;
end $$;

-- What people do to their own account they know already.
create function access.note(entry uuid, asked uuid, what text, who uuid, who_name text, why text) returns void
    language sql security definer set search_path = '' as $$
    insert into access.journal (id, account, deed, by, by_name, reason, at, told_at)
    select entry, a.id, what, who, who_name, why, ground.moment(), case when a.person = who then ground.moment() end
      from access.account a
     where a.id = asked
$$;

create function access.journal_of(asked uuid, only_untold boolean, most int)
    returns table (id uuid, deed text, by uuid, by_name text, reason text, at timestamptz)
    language sql security definer set search_path = '' as $$
    select j.id, j.deed, j.by, j.by_name, j.reason, j.at
      from access.journal j
     where j.account = asked and (not only_untold or j.told_at is null)
     order by j.id desc
     limit most
$$;

create function access.told(asked uuid, last uuid) returns void language sql security definer set search_path = '' as $$
    update access.journal j set told_at = ground.moment()
     where j.account = asked and j.id <= last and j.told_at is null
$$;

revoke execute on all functions in schema access from public;
grant execute on function
    access.knock(text, bytea, bytea, bytea, int, int, int),
    access.forgive(bytea, bytea),
    access.admit(uuid, bytea, bytea, bytea, uuid, bytea, int, text, text, text),
    access.known(bytea, text, int),
    access.issue(bytea, uuid, bytea, text, timestamptz, boolean, text[], text[], text[]),
    access.tickets(uuid, int),
    access.end_tickets(uuid, text, uuid, bytea),
    access.account_of(uuid),
    access.accounts_of(uuid[], int),
    access.set_password(uuid, text, bytea),
    access.code_of(uuid),
    access.begin_code(uuid, bytea, text),
    access.use_step(uuid, bigint, boolean),
    access.use_recovery(uuid, bytea),
    access.set_recovery(uuid, text[]),
    access.drop_code(uuid),
    access.note(uuid, uuid, text, uuid, text, text),
    access.journal_of(uuid, boolean, int),
    access.told(uuid, uuid)
    to maple_app;
