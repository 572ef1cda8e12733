-- Orders: what was asked for, and what became of it. Holds numbers of matters and places of parties, no names.
create schema orders;
grant usage on schema orders to maple_app, maple_job, maple_verifier;

create table orders.ordered (
    matter        uuid primary key,
    kind          text not null,
    code          text not null,
    party         int,
    other_code    text,
    other_party   int,
    domain        text,
    hours         int,
    article       text not null,
    reason        text not null,
    asker         uuid not null,
    asker_post    uuid not null,
    subject       uuid,
    persona       uuid,
    other_persona uuid,
    opinion       text,
    outcome       text,
    until         timestamptz,
    review        text,
    -- to be carried out
    waiting       boolean not null default false
);
create index ordered_waiting on orders.ordered (matter) where waiting;
call ground.wall('orders.ordered');
