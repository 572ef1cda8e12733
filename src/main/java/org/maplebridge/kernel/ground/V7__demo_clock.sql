-- The clock of a demo folder may be moved by a job: forward at any time, backward only before anything has happened.
-- Whether a folder is for demonstration is the launcher's to say, who migrates as the owner.
alter table ground.clock add column movable boolean not null default false;

create function ground.move_clock(by interval) returns timestamptz
    language plpgsql security definer set search_path = '' as $$
declare
    may boolean;
    moment timestamptz;
begin
    select c.movable into may from ground.clock c for update;
    if not may then
        raise exception 'the clock of this folder is the real one and is not moved';
    end if;
    if by < interval '0' and (to_regclass('trail.entry') is null or exists (select from trail.entry)) then
        raise exception 'the clock goes back only while nothing has happened yet';
    end if;
    update ground.clock set ahead = ahead + by returning clock_timestamp() + ahead into moment;
    return moment;
end $$;
revoke execute on function ground.move_clock from public;
grant execute on function ground.move_clock to maple_job;
