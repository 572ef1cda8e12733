-- Evaluations: what the people served said, and how they were asked. Covered by the digest of each entry.
create schema if not exists evaluations;
grant usage on schema evaluations to maple_app, maple_job, maple_verifier;

-- Every time somebody said something, or was excused: the last one counts, those before stay.
create table evaluations.given (
    matter     uuid not null,
    no         int not null,
    at         timestamptz not null,
    -- as the matter stood then: counted without looking at the matter
    scene      text not null,
    domain     text not null,
    area       text not null,
    agency     uuid,
    grade      text,
    words      text,
    channel    text,
    exempt     text,
    note       text,
    by_party   boolean not null,
    recorder   text not null,
    office     uuid,
    superseded boolean not null default false,
    primary key (matter, no),
    check ((grade is null) <> (exempt is null))
);
create index given_counted on evaluations.given (at) where not superseded;
call ground.wall('evaluations.given');

-- Every attempt to ask.
create table evaluations.call (
    matter  uuid not null,
    no      int not null,
    at      timestamptz not null,
    party   int not null,
    channel text not null,
    outcome text not null,
    heard   text,
    matches boolean,
    note    text,
    caller  text not null,
    primary key (matter, no)
);
call ground.wall('evaluations.call');
