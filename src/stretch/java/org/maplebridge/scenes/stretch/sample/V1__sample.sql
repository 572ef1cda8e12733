create schema stretch_sample;
grant usage on schema stretch_sample to maple_app;

create table stretch_sample.word (
    matter uuid primary key,
    said   text not null
);
grant select on stretch_sample.word to maple_app;
