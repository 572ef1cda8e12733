-- Declarations are found from the side of the parties too: a party that is named later meets who is at work already.
create index interest_phone on people.interest (phone_sign) where ended_at is null and phone_sign is not null;
create index interest_phone_number on people.interest (phone_number_sign)
    where ended_at is null and phone_number_sign is not null;
create index interest_number on people.interest (number_sign) where ended_at is null and number_sign is not null;
