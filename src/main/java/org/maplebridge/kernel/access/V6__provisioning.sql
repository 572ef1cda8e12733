-- What an office's administrator and the county's identity platform need to know and do about accounts.
-- How members of staff sign in, or did before they left: one row for each, the open account first.
create function access.sign_ins(persons uuid[]) returns table (person uuid, login text, open boolean)
    language sql stable security definer set search_path = '' as $$
    select distinct on (a.person) a.person, a.login, a.disabled_at is null
      from access.account a
     where a.person = any(persons) and a.kind = 'OFFICER'
     order by a.person, a.disabled_at nulls first, a.opened_at desc
$$;

-- How to greet somebody who has another name now.
create function access.rename(asked uuid, fresh text) returns void
    language sql security definer set search_path = '' as
$$ update access.account set name = fresh where person = asked and kind = 'OFFICER' $$;

-- Under which of these names wrong passwords keep somebody from signing in, and until when at most.
create function access.locks_of(hashes text[]) returns table (hash text, until timestamptz)
    language sql stable security definer set search_path = '' as $$
    select h, max(k.locked_until)
      from unnest(hashes) as h
      join access.attempt k on k.login_hash = decode(h, 'hex') and k.locked_until > ground.moment()
     group by h
$$;

-- Forgets every attempt under this name, wherever it came from.
create function access.unlock(asked_hash bytea) returns boolean
    language plpgsql security definer set search_path = '' as $$
begin
    delete from access.attempt k where k.login_hash = asked_hash;
    return found;
end $$;

revoke execute on function
    access.sign_ins(uuid[]),
    access.rename(uuid, text),
    access.locks_of(text[]),
    access.unlock(bytea)
    from public;
grant execute on function access.sign_ins(uuid[]), access.rename(uuid, text) to maple_job;
grant execute on function access.locks_of(text[]), access.unlock(bytea) to maple_app;
