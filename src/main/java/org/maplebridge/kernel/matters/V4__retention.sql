-- What has ended, in order of time: which content falls due to be destroyed.
create index matter_closed on matters.matter (closed_at, id) where closed_at is not null;
