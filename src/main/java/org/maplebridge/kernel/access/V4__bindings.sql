-- Who else vouches for an account: a subject of the identity provider, or the fingerprint of a client certificate.
-- Bound by hand; a name or an address of mail that happens to be the same binds nothing.
create table access.binding (
    kind    text not null check (kind in ('OIDC', 'CERTIFICATE')),
    -- of the identity provider; empty for a certificate
    issuer  text not null,
    subject text not null check (subject <> ''),
    account uuid not null references access.account,
    at      timestamptz not null,
    primary key (kind, issuer, subject)
);
create index binding_account on access.binding (account);
alter table access.binding enable row level security;
alter table access.binding force row level security;
create policy functions on access.binding to current_user using (true) with check (true);

create function access.bound(asked_kind text, asked_issuer text, asked_subject text) returns setof uuid
    language sql security definer set search_path = '' as $$
    select a.id
      from access.binding b
      join access.account a on a.id = b.account
     where b.kind = asked_kind and b.issuer = asked_issuer and b.subject = asked_subject and a.disabled_at is null
$$;

-- Binds to the account; not what another account holds.
create function access.bind(asked uuid, asked_kind text, asked_issuer text, asked_subject text) returns boolean
    language plpgsql security definer set search_path = '' as $$
begin
    insert into access.binding as b (kind, issuer, subject, account, at)
    values (asked_kind, asked_issuer, asked_subject, asked, ground.moment())
        on conflict (kind, issuer, subject) do nothing;
    return exists (select from access.binding b
                    where b.kind = asked_kind and b.issuer = asked_issuer and b.subject = asked_subject
                      and b.account = asked);
end $$;

create function access.unbind(asked uuid, asked_kind text, asked_issuer text, asked_subject text) returns boolean
    language plpgsql security definer set search_path = '' as $$
begin
    delete from access.binding b
     where b.account = asked and b.kind = asked_kind and b.issuer = asked_issuer and b.subject = asked_subject;
    return found;
end $$;

create function access.bindings_of(asked uuid)
    returns table (kind text, issuer text, subject text, at timestamptz)
    language sql security definer set search_path = '' as $$
    select b.kind, b.issuer, b.subject, b.at from access.binding b where b.account = asked order by b.at, b.subject
$$;

-- The account of a living session, for a way that leads out of the house and back.
create function access.holder(asked bytea) returns setof uuid
    language sql security definer set search_path = '' as $$
    select t.account
      from access.ticket t
      join access.account a on a.id = t.account
     where t.hash = asked and t.kind = 'SESSION' and t.ended_at is null and t.ends_at > ground.moment()
       and a.disabled_at is null
$$;

revoke execute on function
    access.bound(text, text, text),
    access.bind(uuid, text, text, text),
    access.unbind(uuid, text, text, text),
    access.bindings_of(uuid),
    access.holder(bytea)
    from public;
grant execute on function
    access.bound(text, text, text),
    access.bind(uuid, text, text, text),
    access.unbind(uuid, text, text, text),
    access.bindings_of(uuid),
    access.holder(bytea)
    to maple_app;
