-- Who is away, by days; both count. That somebody isn't there is no secret: work goes to whoever is. Why is one of four
-- words and no more, and shown to their own office only.
create table orgs.absence (
    id         uuid primary key,
    staff      uuid not null references orgs.staff,
    first_day  date not null,
    last_day   date not null,
    reason     text not null check (reason in ('TRIP', 'LEAVE', 'TRAINING', 'OTHER')),
    entered_by text not null,
    entered_at timestamptz not null,
    -- taken back before it had begun: it never counted
    withdrawn  boolean not null default false,
    check (last_day >= first_day)
);
create index absence_staff on orgs.absence (staff, last_day) where not withdrawn;
create index absence_day on orgs.absence (last_day, first_day) where not withdrawn;
alter table orgs.absence enable row level security;
alter table orgs.absence force row level security;

-- Whether the caller is that person, or sees the work of their office.
create function orgs.absence_of(asked uuid) returns boolean language sql stable set search_path = '' as $$
    select asked::text = current_setting('maple.principal', true)
        or exists (
            select
              from orgs.staff s
             where s.id = asked
               and (('g:' || s.agency || '|general') = any (ground.scope()) or orgs.agency_within(s.agency)))
$$;

create policy everyone on orgs.absence for select using (true);
create policy jobs on orgs.absence to maple_job using (true) with check (true);
create policy own on orgs.absence for insert to maple_app with check (orgs.absence_of(staff));
create policy ended on orgs.absence for update to maple_app
    using (orgs.absence_of(staff)) with check (orgs.absence_of(staff));
grant select on orgs.absence to maple_app, maple_job, maple_verifier;
grant insert on orgs.absence to maple_app, maple_job;
grant update (last_day, withdrawn) on orgs.absence to maple_app, maple_job;
create trigger touched after insert or update or delete on orgs.absence
    for each statement execute function ground.touch();
