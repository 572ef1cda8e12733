-- Who is to be forgotten is held first, and whoever opens a matter about somebody known holds them too: of the two that
-- meet, the second sees what the first has done.
create or replace function people.forget(asked uuid[]) returns void
    language plpgsql security definer set search_path = '' as $$
declare
    gone uuid[];
begin
    perform from people.persona p where p.id = any (asked) order by p.id for update;
    select array_agg(a.id) into gone
      from unnest(asked) a(id)
     where not exists (select from ground.reach r where r.unit = 'p:' || a.id)
       and not exists (select from people.persona m where m.merged_into = a.id);
    delete from people.identifier i where i.persona = any (gone);
    delete from people.persona p where p.id = any (gone);
end $$;

-- Whether somebody is still there, and stays until this transaction ends.
create function people.stays(asked uuid) returns boolean
    language plpgsql security definer set search_path = '' as $$
begin
    perform from people.persona p where p.id = asked for key share;
    return found;
end $$;
revoke execute on function people.stays from public;
grant execute on function people.stays to maple_app, maple_job;
