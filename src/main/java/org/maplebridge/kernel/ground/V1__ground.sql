-- The ground: clock, revision of reference data, keys of requests that must take effect once.
-- The roles maple_app, maple_job, maple_verifier exist before any migration runs.
create schema if not exists ground;
grant usage on schema ground to maple_app, maple_job, maple_verifier;

-- How far demo and test folders are ahead of the real time. A real folder keeps the one row at zero.
create table ground.clock (
    one   boolean primary key default true check (one),
    ahead interval not null default interval '0'
);
insert into ground.clock default values;
alter table ground.clock enable row level security;
alter table ground.clock force row level security;
-- public by nature: every transaction asks the time
create policy everyone on ground.clock using (true) with check (true);
grant select on ground.clock to maple_app, maple_job, maple_verifier;

-- Grows with each change of areas, agencies, posts, parameters, calendars; tells every process to read them again.
create table ground.revision (
    one boolean primary key default true check (one),
    no   bigint not null default 1
);
insert into ground.revision default values;
alter table ground.revision enable row level security;
alter table ground.revision force row level security;
-- public by nature: a counter
create policy everyone on ground.revision using (true) with check (true);
grant select on ground.revision to maple_app, maple_job, maple_verifier;
grant update on ground.revision to maple_app, maple_job;

create function ground.touch() returns trigger language plpgsql security definer set search_path = '' as $$
begin
    update ground.revision set no = no + 1;
    return null;
end $$;

create table ground.request (
    principal text not null,
    route     text not null,
    key       text not null,
    body_hash bytea not null,
    matter    uuid not null,
    seq       int not null,
    at        timestamptz not null,
    primary key (principal, route, key)
);
create index request_at on ground.request (at);
alter table ground.request enable row level security;
alter table ground.request force row level security;
create policy own on ground.request to maple_app
    using (principal = current_setting('maple.principal', true))
    with check (principal = current_setting('maple.principal', true));
create policy jobs on ground.request to maple_job using (true) with check (true);
create policy verifier on ground.request for select to maple_verifier using (true);
grant select, insert on ground.request to maple_app;
grant select, insert, delete on ground.request to maple_job;
grant select on ground.request to maple_verifier;

create function ground.moment() returns timestamptz language sql volatile as
$$ select clock_timestamp() + ahead from ground.clock $$;

-- The scope as the row policies read it; raises when none was set.
create function ground.scope() returns text[] language sql stable as
$$ select current_setting('maple.scope')::text[] $$;

-- The matters in hand: those being opened in this transaction, whose rows are visible to it before their reach is
-- written, and those it has locked, whose reach it writes for others too.
create function ground.opening() returns uuid[] language sql stable as
$$ select nullif(current_setting('maple.opening', true), '')::uuid[] $$;

-- An id for a matter to be opened in this transaction.
create function ground.open_another() returns uuid language plpgsql volatile as $$
declare
    fresh uuid;
begin
    select uuidv7(c.ahead) into fresh from ground.clock c;
    perform set_config('maple.opening', (coalesce(ground.opening(), '{}') || fresh)::text, true);
    return fresh;
end $$;

-- Takes a matter in hand that the transaction has read and locked through its own eyes.
create function ground.take_in_hand(locked uuid) returns void language plpgsql volatile as $$
begin
    perform set_config('maple.opening', (coalesce(ground.opening(), '{}') || locked)::text, true);
end $$;

-- The first statement of every transaction. Time zone: rows turned into text must read the same everywhere.
create function ground.enter(who text, units text[], asked_route text, asked_key text, opens boolean)
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

-- Who may see a matter: one row for each ancestor area, agency, post and party, written with the move.
-- Every list starts here, one unit for each branch; every row policy looks here.
create table ground.reach (
    unit   text not null,
    domain text not null,
    matter uuid not null,
    basis  text not null,
    scene  text not null,
    stage  text not null,
    open   boolean not null,
    -- infinity where no limit runs, so that one order serves for paging
    due    timestamptz not null,
    returned boolean not null default false,
    until  timestamptz,
    primary key (matter, unit, domain)
);
-- what the row policies ask: equal keys are kept once, so that it stays a level lower than the primary key
create index reach_matter on ground.reach (matter);
create index reach_due on ground.reach (unit, domain, open, due, matter);
create index reach_stage on ground.reach (unit, domain, scene, stage, due, matter);
create index reach_returned on ground.reach (unit, domain, due, matter) where returned and open;
alter table ground.reach enable row level security;
alter table ground.reach force row level security;
create policy mine on ground.reach for select to maple_app
    -- asked once for each statement, not for each row
    using ((unit || '|' || domain) = any ((select ground.scope())::text[])
           and (until is null or until > current_setting('maple.now')::timestamptz)
        or matter = any ((select ground.opening())::uuid[]));
-- written by the kernel's pipeline only, which has authorised the move; rows for others are the point of a referral
create policy write on ground.reach for insert to maple_app with check (ground.scope() is not null);
create policy change on ground.reach for update to maple_app using (true) with check (true);
create policy jobs on ground.reach to maple_job using (true) with check (true);
create policy verifier on ground.reach for select to maple_verifier using (true);
grant select, insert, update on ground.reach to maple_app, maple_job;
grant select on ground.reach to maple_verifier;

-- Puts the wall around a table whose rows belong to matters; `key` names the column that says to which.
create procedure ground.wall(walled regclass, key text default 'matter') language plpgsql as $$
begin
    execute format('alter table %s enable row level security', walled);
    execute format('alter table %s force row level security', walled);
    execute format('create policy reach on %1$s to maple_app
                    using (%2$I = any ((select ground.opening())::uuid[])
                        or exists (select from ground.reach r where r.matter = %1$s.%2$I))
                    with check (ground.scope() is not null)', walled, key);
    execute format('create policy jobs on %s to maple_job using (true) with check (true)', walled);
    execute format('create policy verifier on %s for select to maple_verifier using (true)', walled);
    execute format('grant select, insert, update on %s to maple_app, maple_job', walled);
    execute format('grant select on %s to maple_verifier', walled);
end $$;

-- The smallest version-7 id born at or after a moment.
create function ground.first_id(moment timestamptz) returns uuid language sql immutable as $$
    select (lpad(to_hex((extract(epoch from moment) * 1000)::bigint), 12, '0') || '7000' || repeat('0', 16))::uuid
$$;

-- Partitions by the year an id was born in, so by time: the first takes all before it, `rest` what lies beyond.
create procedure ground.partition_by_year(parent regclass, first int, last int)
    language plpgsql security definer set search_path = '' as $$
declare
    born int;
    part text;
begin
    for born in first..last loop
        part := parent::text || '_' || born;
        if to_regclass(part) is null then
            execute format('create table %s partition of %s for values from (%s) to (%L)', part, parent,
                case when born = first and to_regclass(parent::text || '_' || (born - 1)) is null
                     then 'minvalue'
                     else quote_literal(ground.first_id(make_timestamptz(born, 1, 1, 0, 0, 0, 'Asia/Shanghai'))) end,
                ground.first_id(make_timestamptz(born + 1, 1, 1, 0, 0, 0, 'Asia/Shanghai')));
        end if;
    end loop;
    part := parent::text || '_rest';
    if to_regclass(part) is null then
        execute format('create table %s partition of %s default', part, parent);
    end if;
end $$;

-- Every table partitioned by year gets the years up to this one. For the job that looks ahead; returns how many it
-- made.
create function ground.partitions_until(last int) returns int
    language plpgsql security definer set search_path = '' as $$
declare
    parent regclass;
    newest int;
    made int := 0;
begin
    for parent in select p.partrelid::regclass from pg_catalog.pg_partitioned_table p loop
        select max(substring(c.relname from '_(\d{4})$')::int) into newest
          from pg_catalog.pg_inherits i
          join pg_catalog.pg_class c on c.oid = i.inhrelid
         where i.inhparent = parent and c.relname ~ '_\d{4}$';
        if newest < last then
            call ground.partition_by_year(parent, newest + 1, last);
            made := made + last - newest;
        end if;
    end loop;
    return made;
end $$;
revoke execute on function ground.partitions_until from public;
grant execute on function ground.partitions_until to maple_job;
revoke execute on procedure ground.partition_by_year from public;
