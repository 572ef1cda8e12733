-- What people and their registrars ask of accounts: what is open, one-time codes, the journal.
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

create function access.told(asked uuid, last uuid) returns void
    language sql security definer set search_path = '' as $$
    update access.journal j set told_at = ground.moment()
     where j.account = asked and j.id <= last and j.told_at is null
$$;

revoke execute on all functions in schema access from public;
grant execute on function
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
