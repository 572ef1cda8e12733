create schema stretch_sample;
grant usage on schema stretch_sample to maple_app, maple_job, maple_verifier;

create table stretch_sample.word (
    matter uuid primary key,
    said   text not null
);
call ground.wall('stretch_sample.word');
