-- Declarations are found from the side of the parties too: a party that is named later meets who is at work already.
create index interest_phone on people.interest (phone_sign) where ended_at is null and phone_sign is not null;
create index interest_phone_number on people.interest (phone_number_sign)
    where ended_at is null and phone_number_sign is not null;
create index interest_number on people.interest (number_sign)
    where ended_at is null and number_sign is not null;

-- What was taken back, or belongs to somebody who has left, is kept for a while in case its end is looked into, and
-- then erased: what stays is that there was a declaration, from when until when.
alter table people.interest alter column sealed drop not null;
alter table people.interest alter column kind drop not null;
alter table people.interest add column erased_at timestamptz;
alter table people.interest add constraint interest_erased check (
    case when erased_at is null then sealed is not null and kind is not null
         else ended_at is not null
              and num_nonnulls(sealed, kind, name_sign, phone_sign, phone_number_sign, number_sign) = 0
    end);
create index interest_ended on people.interest (ended_at) where ended_at is not null and erased_at is null;
