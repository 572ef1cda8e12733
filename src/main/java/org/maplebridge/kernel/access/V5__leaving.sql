-- Whoever leaves has no account any more: every account of the person is closed, every session and token ended. Says
-- which hashes died, so that caches can forget them.
create function access.end_person(asked uuid) returns setof bytea
    language sql security definer set search_path = '' as $$
    update access.account set disabled_at = ground.moment()
     where person = asked and kind = 'OFFICER' and disabled_at is null;
    update access.ticket t set ended_at = ground.moment()
      from access.account a
     where t.account = a.id and a.person = asked and a.kind = 'OFFICER' and t.ended_at is null
    returning t.hash
$$;

-- How those of an office sign in, for its administrator.
create function access.logins(persons uuid[]) returns table (person uuid, login text)
    language sql stable security definer set search_path = '' as $$
    select a.person, a.login from access.account a
     where a.person = any(persons) and a.kind = 'OFFICER' and a.disabled_at is null
$$;
revoke execute on function access.end_person(uuid), access.logins(uuid[]) from public;
grant execute on function access.end_person(uuid), access.logins(uuid[]) to maple_job;
