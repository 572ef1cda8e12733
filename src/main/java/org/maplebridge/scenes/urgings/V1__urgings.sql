-- Urgings: who is to answer for what, what was answered, what was taken off and why.
create schema urgings;
grant usage on schema urgings to maple_app, maple_job, maple_verifier;

create table urgings.urging (
    matter        uuid primary key,
    -- the matter that is urged
    about         uuid not null,
    code          text not null,
    cause         text not null,
    wrong         text not null,
    wanted        text not null,
    -- who might be responsible, when it was drawn, and why they might
    suggested     text not null,
    suggested_why text not null,
    supervising   uuid not null,
    dropped       text,
    cadre         uuid,
    cadre_name    text,
    handler       uuid,
    handler_name  text,
    required      text,
    finish_by     date,
    reply_cause   text,
    reply         text,
    sent_back     int not null default 0,
    back_reason   text,
    accepted      text,
    points        int,
    ground        text,
    rule          text,
    deducted_by   uuid,
    contest       text,
    decision      text
);
call ground.wall('urgings.urging');

-- What is to be urged, and what became of it. No fact of the matter it is about.
create table urgings.wanted (
    id      uuid primary key default uuidv7(),
    about   uuid not null,
    cause   text not null,
    -- which limit, or how often returned
    no      int not null,
    -- the end of the limit; a limit put off has another
    due     timestamptz not null,
    reason  text not null,
    urging  uuid,
    -- whether nothing more is to be done: it is linked, was not to be drawn, or was dropped
    settled boolean not null default false,
    try_at  timestamptz not null
);
create unique index wanted_once on urgings.wanted (about, cause, no, due);
create index wanted_open on urgings.wanted (try_at) where not settled and urging is null;
create index wanted_drawn on urgings.wanted (urging) where not settled and urging is not null;
call ground.wall('urgings.wanted', 'about');
