-- Made up: a sentence and talks.
create schema stretch_custody;
grant usage on schema stretch_custody to maple_app, maple_job, maple_verifier;

create table stretch_custody.sentence (
    matter uuid primary key,
    starts date not null
);
call ground.wall('stretch_custody.sentence');

create table stretch_custody.talk (
    matter uuid not null,
    no     int not null,
    length int not null,
    primary key (matter, no)
);
call ground.wall('stretch_custody.talk');
