-- What somebody must keep out of is looked up once, at the beginning of a transaction, and no more by every policy that
-- looks at reach: a statement may well look at it five times.
create or replace function ground.recused_from() returns uuid[]
    language plpgsql stable security definer set search_path = '' as $$
begin
    return (select coalesce(array_agg(r.matter), '{}')
              from ground.recused r
             where r.person::text = current_setting('maple.principal', true)
               and r.lifted_at is null);
end $$;

create or replace function ground.enter(
        who text, units text[], asked_route text, asked_key text, opens boolean)
    returns table (at timestamptz, revision bigint, body_hash bytea, matter uuid, seq int, fresh uuid)
    language plpgsql volatile as $$
declare
    moment timestamptz;
begin
    select clock_timestamp() + c.ahead into moment from ground.clock c;
    perform set_config('maple.principal', who, true),
            set_config('maple.scope', units::text, true),
            set_config('maple.now', moment::text, true),
            set_config('TimeZone', 'UTC', true);
    perform set_config('maple.recused', ground.recused_from()::text, true);
    if opens then
        fresh := ground.open_another();
    end if;
    select r.no into revision from ground.revision r;
    if asked_key is not null then
        select q.body_hash, q.matter, q.seq into body_hash, matter, seq
          from ground.request q
         where q.principal = who and q.route = asked_route and q.key = asked_key;
    end if;
    at := moment;
    return next;
end $$;

-- A matter in hand is excepted: whoever recuses themselves writes that down. Without a beginning nothing is seen: the
-- setting is missing, and that is an error. The owner looks past the policies for those who have begun, and migrates
-- without having begun.
drop policy recused on ground.reach;
create policy recused on ground.reach as restrictive for select to maple_app
    using (matter <> all ((select current_setting('maple.recused'))::uuid[])
        or matter = any ((select ground.opening())::uuid[]));
do $$ begin
    execute format('create policy recused_too on ground.reach as restrictive for select to %I
                    using (matter <> all ((select coalesce(
                               nullif(current_setting(''maple.recused'', true), ''''), ''{}''))::uuid[])
                        or matter = any ((select ground.opening())::uuid[]))', current_user);
end $$;

-- `offset 0` keeps the planner from weighing, for each table and each level, whether to read all of reach at once:
-- planning took ten times as long as the query, and where it chose that, a page read the whole county.
create or replace procedure ground.wall(walled regclass, key text default 'matter') language plpgsql as $$
begin
    execute format('alter table %s enable row level security', walled);
    execute format('alter table %s force row level security', walled);
    execute format('create policy reach on %s to maple_app
                    using (true) with check (ground.scope() is not null)', walled);
    call ground.reach_by(walled, 'reach', key);
    execute format('create policy jobs on %s to maple_job using (true) with check (true)', walled);
    execute format('create policy verifier on %s for select to maple_verifier using (true)', walled);
    execute format('grant select, insert, update on %s to maple_app, maple_job', walled);
    execute format('grant delete on %s to maple_job', walled);
    execute format('grant select on %s to maple_verifier', walled);
end $$;

-- What a policy of a walled table asks: whether the row's matter is within reach, or in hand.
create procedure ground.reach_by(walled regclass, policy name, key text) language plpgsql as $$
begin
    execute format('alter policy %3$I on %1$s
                    using (%2$I = any ((select ground.opening())::uuid[])
                        or exists (select from ground.reach r where r.matter = %1$s.%2$I offset 0))',
                   walled, key, policy);
end $$;

-- the same for walls that stand already, in a folder made by an earlier version
do $$
declare
    wall record;
begin
    for wall in
        select c.oid::regclass as walled,
               (regexp_match(pg_catalog.pg_get_expr(p.polqual, p.polrelid), 'r\.matter = \w+\.(\w+)'))[1] as key
          from pg_catalog.pg_class c
          join pg_catalog.pg_policy p on p.polrelid = c.oid and p.polname = 'reach'
         where pg_catalog.pg_get_userbyid(c.relowner) = current_user
    loop
        call ground.reach_by(wall.walled, 'reach', wall.key);
    end loop;
end $$;
