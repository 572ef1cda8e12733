-- Generations of the master key. The keys themselves lie outside the database; here is which one seals from when on,
-- so that every process changes over at one moment, and how far re-sealing has come.
create table ground.master_key (
    no           int primary key check (no > 0),
    -- tells nothing of the key
    name         text not null,
    current_from timestamptz not null,
    resealed     bigint not null default 0,
    resealed_at  timestamptz
);
alter table ground.master_key enable row level security;
alter table ground.master_key force row level security;
-- public by nature: numbers and names of keys
create policy everyone on ground.master_key using (true) with check (true);
grant select on ground.master_key to maple_app, maple_job, maple_verifier;
grant insert, update on ground.master_key to maple_job;
