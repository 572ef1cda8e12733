-- Accounts, failed sign-ins, sessions and tokens. No role of the program may read these tables; what sign-in needs
-- goes through the functions below, each of which does one thing.
create schema if not exists access;
grant usage on schema access to maple_app, maple_job;

create table access.account (
    id          uuid primary key,
    login       text not null unique check (login ~ '^[a-z][a-z0-9.-]{1,31}$'),
    secret      text not null,
    person      uuid not null,
    kind        text not null check (kind in ('OFFICER', 'CITIZEN')),
    name        text not null,
    opened_at   timestamptz not null,
    disabled_at timestamptz
);

-- Attempts by login name, whether such an account exists or not: a lock betrays nothing. Only the name's hash is kept,
-- since people type passwords into the wrong field.
create table access.knock (
    login_hash   bytea primary key,
    attempts     int not null,
    locked_until timestamptz,
    last_at      timestamptz not null
);
create index knock_last on access.knock (last_at);

-- Sessions and bearer tokens; only the hash of what the client holds.
create table access.ticket (
    id        uuid primary key,
    hash      bytea not null unique check (length(hash) = 32),
    kind      text not null check (kind in ('SESSION', 'TOKEN')),
    account   uuid not null references access.account,
    name      text not null,
    opened_at timestamptz not null,
    seen_at   timestamptz not null,
    ends_at   timestamptz not null,
    ended_at  timestamptz
);
create index ticket_account on access.ticket (account);
create index ticket_ends on access.ticket (ends_at);

do $$
declare
    kept text;
begin
    foreach kept in array array['account', 'knock', 'ticket'] loop
        execute format('alter table access.%I enable row level security', kept);
        execute format('alter table access.%I force row level security', kept);
        -- for the functions below, which run as the owner
        execute format('create policy functions on access.%I to current_user using (true) with check (true)', kept);
    end loop;
end $$;

-- Counts an attempt before its password is looked at, so that many at once can't outrun the lock.
-- `locked` attempts are refused unseen; otherwise `until` is when the lock ends if this one fails too.
create function access.knock(asked text, asked_hash bytea, most int, minutes int)
    returns table (account uuid, secret text, locked boolean, until timestamptz)
    language plpgsql security definer set search_path = '' as $$
declare
    now  timestamptz := ground.moment();
    past access.knock;
begin
    insert into access.knock values (asked_hash, 0, null, now) on conflict do nothing;
    select * into strict past from access.knock k where k.login_hash = asked_hash for update;
    if past.locked_until > now then
        return query select null::uuid, null::text, true, past.locked_until;
        return;
    end if;
    if past.locked_until is not null or past.last_at < now - interval '1 day' then
        past.attempts := 0;
    end if;
    past.attempts := past.attempts + 1;
    past.locked_until := case when past.attempts >= most then now + make_interval(mins => minutes) end;
    update access.knock k
       set attempts = past.attempts, locked_until = past.locked_until, last_at = now
     where k.login_hash = asked_hash;
    return query
        select a.id, a.secret, false, past.locked_until
          from (values (1)) as always
          left join access.account a on a.login = asked and a.disabled_at is null;
end $$;

-- Opens a session after the password was right, forgets the attempts, and sweeps what nobody needs any more.
create function access.admit(asked uuid, login_hash bytea, ticket uuid, ticket_hash bytea, hours int)
    returns void language plpgsql security definer set search_path = '' as $$
declare
    now timestamptz := ground.moment();
begin
    delete from access.knock k where k.login_hash = admit.login_hash;
    insert into access.ticket (id, hash, kind, account, name, opened_at, seen_at, ends_at)
    values (ticket, ticket_hash, 'SESSION', asked, '', now, now, now + make_interval(hours => hours));
    delete from access.knock k where k.last_at < now - interval '2 days';
    delete from access.ticket t where t.ends_at < now - interval '30 days';
end $$;

-- Whose session or token it is; no row if it is none, has ended or lay idle too long.
create function access.known(asked bytea, asked_kind text, idle_minutes int)
    returns table (ticket uuid, account uuid, person uuid, kind text, name text, ends_at timestamptz)
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
        select t.id, a.id, a.person, a.kind, a.name, t.ends_at
          from access.ticket t
          join access.account a on a.id = t.account
         where t.hash = asked
           and t.kind = asked_kind
           and t.ended_at is null
           and t.ends_at > now
           and (t.kind = 'TOKEN' or t.seen_at > now - make_interval(mins => idle_minutes))
           and a.disabled_at is null;
end $$;

create function access.leave(asked bytea) returns void language sql security definer set search_path = '' as
$$ update access.ticket set ended_at = ground.moment() where hash = asked and ended_at is null $$;

-- A token for the account of a living session; a token breeds no tokens.
create function access.issue(own bytea, ticket uuid, ticket_hash bytea, asked_name text, until timestamptz)
    returns boolean language plpgsql security definer set search_path = '' as $$
begin
    insert into access.ticket (id, hash, kind, account, name, opened_at, seen_at, ends_at)
    select ticket, ticket_hash, 'TOKEN', t.account, asked_name, ground.moment(), ground.moment(), until
      from access.ticket t
     where t.hash = own and t.kind = 'SESSION' and t.ended_at is null and t.ends_at > ground.moment()
       and (select count(*) from access.ticket o
             where o.account = t.account and o.kind = 'TOKEN' and o.ended_at is null
               and o.ends_at > ground.moment()) < 20;
    return found;
end $$;

create function access.tokens(own bytea)
    returns table (id uuid, name text, opened_at timestamptz, seen_at timestamptz, ends_at timestamptz)
    language sql security definer set search_path = '' as $$
    select o.id, o.name, o.opened_at, o.seen_at, o.ends_at
      from access.ticket t
      join access.ticket o on o.account = t.account
     where t.hash = own and t.ended_at is null
       and o.kind = 'TOKEN' and o.ended_at is null and o.ends_at > ground.moment()
     order by o.id
$$;

-- Ends one of the account's tokens and says which hash died, so that a cache can forget it.
create function access.revoke(own bytea, asked uuid) returns bytea language sql security definer set search_path = '' as
$$
    update access.ticket o set ended_at = ground.moment()
      from access.ticket t
     where t.hash = own and t.ended_at is null
       and o.account = t.account and o.id = asked and o.kind = 'TOKEN' and o.ended_at is null
    returning o.hash
$$;

create function access.open(asked uuid, asked_login text, asked_secret text, asked_person uuid, asked_kind text,
                            asked_name text)
    returns boolean language plpgsql security definer set search_path = '' as $$
begin
    insert into access.account (id, login, secret, person, kind, name, opened_at)
    values (asked, asked_login, asked_secret, asked_person, asked_kind, asked_name, ground.moment())
        on conflict (login) do nothing;
    return found;
end $$;

create function access.disable(asked uuid) returns boolean language plpgsql security definer set search_path = '' as $$
begin
    update access.ticket set ended_at = ground.moment() where account = asked and ended_at is null;
    update access.account set disabled_at = ground.moment() where id = asked and disabled_at is null;
    return found;
end $$;

revoke execute on all functions in schema access from public;
grant execute on function
    access.knock(text, bytea, int, int),
    access.admit(uuid, bytea, uuid, bytea, int),
    access.known(bytea, text, int),
    access.leave(bytea),
    access.issue(bytea, uuid, bytea, text, timestamptz),
    access.tokens(bytea),
    access.revoke(bytea, uuid)
    to maple_app;
-- accounts are opened and closed by jobs
grant execute on function access.open(uuid, text, text, uuid, text, text), access.disable(uuid) to maple_job;
