-- Parts: what another office was asked for, and what it did.
create schema assists;
grant usage on schema assists to maple_app, maple_job, maple_verifier;

create table assists.part (
    matter  uuid primary key,
    host    uuid not null,
    what    text not null,
    who     text,
    outcome text,
    day     date
);
call ground.wall('assists.part');
