-- Areas, agencies, posts and who holds them. Everyone may read them: who is responsible where is no secret.
-- A person at work changes only what lies within an area of their scope; a job changes everything.
create schema if not exists orgs;
grant usage on schema orgs to maple_app, maple_job, maple_verifier;

-- Whether the scope of the transaction holds an area that covers the path.
create function orgs.within(path text) returns boolean language sql stable set search_path = '' as $$
    select exists (
        select
          from unnest(ground.scope()) as held(unit)
         where held.unit like 'a:%|general'
           and starts_with(path || '.', split_part(substr(held.unit, 3), '|', 1) || '.'))
$$;

create table orgs.area (
    path   text primary key check (path ~ '^\d{2}(\.\d{2}(\.\d{2}(\.\d{3}(\.\d{3}(\.g\d{2,3})?)?)?)?)?$'),
    parent text references orgs.area,
    name   text not null check (char_length(name) between 1 and 80),
    check (parent is null or path like parent || '.%')
);
create index area_parent on orgs.area (parent);

create table orgs.agency (
    id     uuid primary key,
    name   text not null unique check (char_length(name) between 2 and 80),
    kind   text not null,
    level  text not null check (level in ('GRID', 'VILLAGE', 'TOWN', 'COUNTY', 'CITY', 'PROVINCE')),
    area   text not null references orgs.area,
    phone  text,
    parent uuid references orgs.agency
);
create index agency_area on orgs.agency (area);
create index agency_parent on orgs.agency (parent);

create table orgs.post (
    id     uuid primary key,
    agency uuid not null references orgs.agency,
    title  text not null check (char_length(title) between 2 and 40),
    roles  text[] not null,
    unique (agency, title)
);

create table orgs.staff (
    id     uuid primary key,
    name   text not null check (char_length(name) between 1 and 40),
    agency uuid not null references orgs.agency
);
create index staff_agency on orgs.staff (agency);

-- Both days count.
create table orgs.holding (
    id         uuid primary key,
    post       uuid not null references orgs.post,
    staff      uuid not null references orgs.staff,
    first_day  date not null,
    last_day   date,
    check (last_day >= first_day)
);
create index holding_post on orgs.holding (post);
create index holding_staff on orgs.holding (staff);

create table orgs.stand_in (
    id        uuid primary key,
    post      uuid not null references orgs.post,
    staff     uuid not null references orgs.staff,
    first_day date not null,
    last_day  date not null,
    reason    text not null check (char_length(reason) between 2 and 200),
    check (last_day >= first_day)
);
create index stand_in_post on orgs.stand_in (post);
create index stand_in_staff on orgs.stand_in (staff);

create function orgs.agency_within(asked uuid) returns boolean language sql stable set search_path = '' as
$$ select orgs.within(a.area) from orgs.agency a where a.id = asked $$;

create function orgs.post_within(asked uuid) returns boolean language sql stable set search_path = '' as
$$ select orgs.agency_within(p.agency) from orgs.post p where p.id = asked $$;

do $$
declare
    kept text;
begin
    foreach kept in array array['area', 'agency', 'post', 'staff', 'holding', 'stand_in'] loop
        execute format('alter table orgs.%I enable row level security', kept);
        execute format('alter table orgs.%I force row level security', kept);
        -- public by nature: who is responsible where
        execute format('create policy everyone on orgs.%I for select using (true)', kept);
        execute format('create policy jobs on orgs.%I to maple_job using (true) with check (true)', kept);
        execute format('grant select on orgs.%I to maple_app, maple_job, maple_verifier', kept);
        execute format('grant insert, update on orgs.%I to maple_job', kept);
        execute format('grant insert on orgs.%I to maple_app', kept);
        execute format('create trigger touched after insert or update or delete on orgs.%I '
            || 'for each statement execute function ground.touch()', kept);
    end loop;
end $$;

-- people at work draw grids; the rest of the map is the state's
create policy grids on orgs.area for insert to maple_app with check (path like '%.g%' and orgs.within(path));
create policy within on orgs.agency for insert to maple_app with check (orgs.within(area));
create policy within on orgs.post for insert to maple_app with check (orgs.agency_within(agency));
create policy within on orgs.staff for insert to maple_app with check (orgs.agency_within(agency));
create policy within on orgs.holding for insert to maple_app with check (orgs.post_within(post));
create policy ended on orgs.holding for update to maple_app
    using (orgs.post_within(post)) with check (orgs.post_within(post));
create policy within on orgs.stand_in for insert to maple_app with check (orgs.post_within(post));
create policy ended on orgs.stand_in for update to maple_app
    using (orgs.post_within(post)) with check (orgs.post_within(post));
grant update (last_day) on orgs.holding, orgs.stand_in to maple_app;
