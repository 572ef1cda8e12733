-- A password that somebody else told its owner is good for one thing: to choose another. And whoever told it does not
-- take the one-time codes of the same account too, nor the other way round.
alter table access.account add column told_by uuid;

-- what registrars gave before and nobody has changed since
update access.account a
   set told_by = j.by
  from (select distinct on (account) account, deed, by
          from access.journal
         where deed in ('PASSWORD', 'PASSWORD_RESET')
         order by account, id desc) as j
 where j.account = a.id and j.deed = 'PASSWORD_RESET';

drop function access.known(bytea, text, int);
drop function access.open(uuid, text, text, uuid, text, text);
drop function access.set_password(uuid, text, bytea);

-- Whose session or token it is; no row if it is none, has ended or lay idle too long.
create function access.known(asked bytea, asked_kind text, idle_minutes int)
    returns table (account uuid, person uuid, kind text, name text, means text, opened_at timestamptz, coded boolean,
                   told boolean, reads_only boolean, scenes text[], verbs text[], areas text[])
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
               a.told_by is not null, t.reads_only, t.scenes, t.verbs, t.areas
          from access.ticket t
          join access.account a on a.id = t.account
         where t.hash = asked
           and t.kind = asked_kind
           and t.ended_at is null
           and t.ends_at > now
           and (t.kind = 'TOKEN' or t.seen_at > now - make_interval(mins => idle_minutes))
           and a.disabled_at is null;
end $$;

-- `teller` knows the password too; nobody does where it is null.
create function access.open(asked uuid, asked_login text, asked_secret text, asked_person uuid, asked_kind text,
                            asked_name text, teller uuid)
    returns boolean language plpgsql security definer set search_path = '' as $$
begin
    insert into access.account (id, login, secret, person, kind, name, opened_at, told_by)
    values (asked, asked_login, asked_secret, asked_person, asked_kind, asked_name, ground.moment(), teller)
        on conflict (login) do nothing;
    return found;
end $$;

-- Another password; the browsers known so far are strangers again, but for this one.
create function access.set_password(asked uuid, fresh text, but bytea, teller uuid) returns void
    language plpgsql security definer set search_path = '' as $$
begin
    update access.account set secret = fresh, told_by = teller where id = asked;
    delete from access.browser b where b.account = asked and (but is null or b.hash <> but);
end $$;

-- Whether somebody has done this to the account since then; for a password also whether theirs is still the one in
-- use. Whoever asks is alone with the account until they are done, so that of two at once the later sees the earlier.
create function access.has_done(asked uuid, who uuid, what text, since timestamptz) returns boolean
    language plpgsql security definer set search_path = '' as $$
begin
    perform 1 from access.account a where a.id = asked for no key update;
    return exists (select from access.journal j
                    where j.account = asked and j.by = who and j.deed = what and j.at >= since)
        or what = 'PASSWORD_RESET'
           and exists (select from access.account a where a.id = asked and a.told_by = who);
end $$;

-- Who of the staff signs in so.
create function access.whose(asked text) returns setof uuid
    language sql stable security definer set search_path = '' as $$
    select a.person from access.account a
     where a.login = asked and a.kind = 'OFFICER' and a.disabled_at is null
$$;

revoke execute on function
    access.known(bytea, text, int),
    access.open(uuid, text, text, uuid, text, text, uuid),
    access.set_password(uuid, text, bytea, uuid),
    access.has_done(uuid, uuid, text, timestamptz),
    access.whose(text)
    from public;
grant execute on function
    access.known(bytea, text, int),
    access.set_password(uuid, text, bytea, uuid),
    access.has_done(uuid, uuid, text, timestamptz),
    access.whose(text)
    to maple_app;
grant execute on function access.open(uuid, text, text, uuid, text, text, uuid) to maple_job;
