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
    select ticket, ticket_hash, 'TOKEN', t.account, asked_name, ground.moment(), ground.moment(), until,
           t.means, '', '', only_reads, asked_scenes, asked_verbs, asked_areas
      from access.ticket t
     where t.hash = own and t.kind = 'SESSION' and t.ended_at is null and t.ends_at > ground.moment()
       and (select count(*) from access.ticket o
             where o.account = t.account and o.kind = 'TOKEN' and o.ended_at is null
               and o.ends_at > ground.moment()) < 20;
    return found;
end $$;

revoke execute on all functions in schema access from public;
grant execute on function
    access.knock(text, bytea, bytea, bytea, int, int, int),
    access.forgive(bytea, bytea),
    access.admit(uuid, bytea, bytea, bytea, uuid, bytea, int, text, text, text),
    access.known(bytea, text, int),
    access.issue(bytea, uuid, bytea, text, timestamptz, boolean, text[], text[], text[])
    to maple_app;
