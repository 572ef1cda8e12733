-- Disputes: what was said, what was found, what was agreed, done and thought of it.
create schema disputes;
grant usage on schema disputes to maple_app, maple_job, maple_verifier;

create table disputes.dispute (
    matter           uuid primary key,
    words            text not null,
    place            text,
    category         text not null,
    category_said    boolean not null,
    anonymous        boolean not null,
    applicant_known  boolean not null,
    respondent_known boolean not null,
    people           int,
    amount           numeric(14, 2),
    vulnerable       boolean,
    threat           boolean,
    injury           boolean,
    violence         boolean,
    harassment       boolean,
    police_informed  boolean not null default false,
    intensity        int,
    colour           text not null,
    reasons          jsonb not null,
    suggestion       jsonb not null,
    route_reason     text,
    ending           text
);
call ground.wall('disputes.dispute');

create table disputes.agreement (
    matter     uuid primary key,
    form       text not null,
    facts      text not null,
    duties     text not null,
    content    text not null,
    way        text not null,
    perform_by date not null,
    effective  date not null,
    status     boolean not null
);
call ground.wall('disputes.agreement');

create table disputes.confirmation (
    matter     uuid primary key,
    choice     text not null,
    applied_on date,
    court      text
);
call ground.wall('disputes.confirmation');

create table disputes.performance (
    matter uuid not null,
    no     int not null,
    day    date not null,
    result text not null,
    amount numeric(14, 2),
    note   text,
    primary key (matter, no)
);
call ground.wall('disputes.performance');

-- either what a party thinks, or why nobody was asked; never a default
create table disputes.evaluation (
    matter      uuid primary key,
    grade       text,
    words       text,
    channel     text,
    exempt      text,
    exempt_note text,
    check ((grade is null) <> (exempt is null))
);
call ground.wall('disputes.evaluation');
