-- The ground: clock, revision of reference data, keys of requests that must take effect once.
-- The roles maple_app, maple_job, maple_verifier exist before any migration runs.
create schema if not exists ground;
grant usage on schema ground to maple_app, maple_job, maple_verifier;

-- How far demo and test folders are ahead of the real time. A real folder keeps the one row at zero.
create table ground.clock (
    only  boolean primary key default true check (only),
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
    only boolean primary key default true check (only),
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

-- The first statement of every transaction.
create function ground.enter(who text, units text[], asked_route text, asked_key text)
    returns table (at timestamptz, revision bigint, body_hash bytea, matter uuid, seq int)
    language plpgsql volatile as $$
begin
    perform set_config('maple.principal', who, true),
            set_config('maple.scope', units::text, true);
    if asked_key is null then
        return query
            select clock_timestamp() + c.ahead, r.no, null::bytea, null::uuid, null::int
              from ground.clock c, ground.revision r;
    else
        return query
            select clock_timestamp() + c.ahead, r.no, q.body_hash, q.matter, q.seq
              from ground.clock c
             cross join ground.revision r
              left join ground.request q
                on q.principal = who and q.route = asked_route and q.key = asked_key;
    end if;
end $$;
