-- How somebody likes their pages: columns, density, saved views. Nobody else sees it, and it goes with the account.
create table access.preference (
    person  uuid not null,
    name    text not null check (name ~ '^[a-z][a-z0-9.-]{0,59}$'),
    value   jsonb not null check (octet_length(value::text) <= 8192),
    changed timestamptz not null,
    primary key (person, name)
);
alter table access.preference enable row level security;
alter table access.preference force row level security;
create policy own on access.preference to maple_app
    using (person::text = current_setting('maple.principal', true))
    with check (person::text = current_setting('maple.principal', true));
-- for the function below, which runs as the owner
create policy functions on access.preference to current_user using (true) with check (true);
grant select, insert, update, delete on access.preference to maple_app;

-- Whoever has no account any more has no wishes for its pages.
create function access.forget_preferences() returns trigger
    language plpgsql security definer set search_path = '' as $$
begin
    delete from access.preference p
     where p.person = new.person
       and not exists (select from access.account a where a.person = new.person and a.disabled_at is null);
    return null;
end $$;
revoke execute on function access.forget_preferences() from public;
create trigger forget_preferences after update of disabled_at on access.account
    for each row when (new.disabled_at is not null) execute function access.forget_preferences();
