-- Somebody may be reached by mail, too.
alter table people.identifier drop constraint identifier_kind_check;
alter table people.identifier add constraint identifier_kind_check
    check (kind in ('ID_NUMBER', 'CREDIT_CODE', 'PHONE', 'ADDRESS', 'EMAIL'));
