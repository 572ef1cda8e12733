-- Sessions and visits of matters, who was asked to come and who came; rooms, duty. Who is away is kept with the
-- offices.
-- Needs the extension btree_gist, which the setup of the database makes.
create schema if not exists appointments;
grant usage on schema appointments to maple_app, maple_job, maple_verifier;

-- Facts of a matter: covered by the digest of its entries, so changed by verbs only.
create table appointments.session (
    matter      uuid not null,
    no          int not null,
    kind        text not null check (kind in ('SESSION', 'VISIT', 'HEARING')),
    state       text not null check (state in ('PLANNED', 'HELD', 'CALLED_OFF', 'MISSED')),
    agency      uuid,
    room        uuid,
    place       text,
    starts      timestamptz not null,
    ends        timestamptz not null,
    host        uuid not null,
    public      boolean not null,
    topic       text,
    arranged_at timestamptz not null,
    reason      text,
    began_at    timestamptz,
    ended_at    timestamptz,
    minutes     text,
    signed      text,
    primary key (matter, no),
    check (ends > starts),
    check (room is not null or place is not null)
);
create index session_agency on appointments.session (agency, starts);
create index session_host on appointments.session (host, starts);
call ground.wall('appointments.session');

-- One of: a party, an officer, somebody by name.
create table appointments.guest (
    matter      uuid not null,
    session     int not null,
    no          int not null,
    party       uuid,
    staff       uuid,
    name        text,
    role        text not null,
    summoned_at timestamptz,
    how         text,
    reply       text not null check (reply in ('COMING', 'NOT', 'UNKNOWN')),
    wish        text,
    replied_at  timestamptz,
    came        boolean,
    primary key (matter, session, no),
    check (num_nonnulls(party, staff, name) = 1)
);
create index guest_staff on appointments.guest (staff) where staff is not null;
call ground.wall('appointments.guest');

-- What is taken, until it is called off or its matter ends. A room or a host is taken once at a time, whoever may see
-- the matter: the constraint looks past all policies.
create table appointments.booking (
    about  uuid not null,
    no     int not null,
    room   uuid,
    host   uuid not null,
    starts timestamptz not null,
    ends   timestamptz not null,
    primary key (about, no),
    constraint room_once exclude using gist (room with =, tstzrange(starts, ends) with &&),
    constraint host_once exclude using gist (host with =, tstzrange(starts, ends) with &&)
);
call ground.wall('appointments.booking', 'about');
grant delete on appointments.booking to maple_app, maple_job;
do $$ begin
    -- for the function below
    execute format('create policy definer on appointments.booking for select to %I using (true)', current_user);
end $$;

-- When rooms and hosts are taken, and nothing of what for.
create function appointments.taken(rooms uuid[], hosts uuid[], from_at timestamptz, to_at timestamptz)
    returns table (room uuid, host uuid, starts timestamptz, ends timestamptz)
    language sql stable security definer set search_path = '' as $$
    select b.room, null::uuid, b.starts, b.ends
      from appointments.booking b
     where b.room = any (rooms) and tstzrange(b.starts, b.ends) && tstzrange(from_at, to_at)
    union all
    select null::uuid, b.host, b.starts, b.ends
      from appointments.booking b
     where b.host = any (hosts) and tstzrange(b.starts, b.ends) && tstzrange(from_at, to_at)
$$;
revoke execute on function appointments.taken(uuid[], uuid[], timestamptz, timestamptz) from public;
grant execute on function appointments.taken(uuid[], uuid[], timestamptz, timestamptz) to maple_app, maple_job;

-- Whether the caller sees the work of an office.
create function appointments.of_office(asked uuid) returns boolean language sql stable set search_path = '' as
$$ select ('g:' || asked || '|general') = any (ground.scope()) or orgs.agency_within(asked) $$;

-- Rooms of offices. Public by nature; written by those who see the whole office.
create table appointments.room (
    id        uuid primary key,
    agency    uuid not null,
    name      text not null,
    seats     int not null check (seats between 1 and 1000),
    place     text not null,
    equipment text,
    closed_at timestamptz
);
create unique index room_name on appointments.room (agency, name) where closed_at is null;
alter table appointments.room enable row level security;
alter table appointments.room force row level security;
create policy everyone on appointments.room for select using (true);
create policy jobs on appointments.room to maple_job using (true) with check (true);
create policy office on appointments.room for insert to maple_app with check (appointments.of_office(agency));
create policy closed on appointments.room for update to maple_app
    using (appointments.of_office(agency)) with check (appointments.of_office(agency));
grant select on appointments.room to maple_app, maple_job, maple_verifier;
grant insert, update on appointments.room to maple_app, maple_job;

-- Who is on duty. Everybody at work may know whom they find.
create table appointments.duty (
    agency uuid not null,
    day    date not null,
    shift  text not null check (shift in ('DAY', 'MORNING', 'AFTERNOON', 'NIGHT')),
    staff  uuid not null,
    primary key (agency, day, shift, staff)
);
alter table appointments.duty enable row level security;
alter table appointments.duty force row level security;
create policy everyone on appointments.duty for select using (true);
create policy jobs on appointments.duty to maple_job using (true) with check (true);
create policy office on appointments.duty for insert to maple_app with check (appointments.of_office(agency));
create policy cleared on appointments.duty for delete to maple_app using (appointments.of_office(agency));
grant select on appointments.duty to maple_app, maple_job, maple_verifier;
grant insert, delete on appointments.duty to maple_app, maple_job;
