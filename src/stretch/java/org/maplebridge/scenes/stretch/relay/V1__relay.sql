-- Made up: the offices a paper went by.
create schema stretch_relay;
grant usage on schema stretch_relay to maple_app, maple_job, maple_verifier;

create table stretch_relay.hop (
    matter uuid not null,
    no     int not null,
    agency uuid not null,
    primary key (matter, no)
);
call ground.wall('stretch_relay.hop');
