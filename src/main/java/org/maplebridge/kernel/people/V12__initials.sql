-- How words are found again. The first letter of each sign's reading in pinyin, several where a sign has several.
create table people.initial (
    letter  text not null,
    initial text not null,
    primary key (letter, initial)
);
alter table people.initial enable row level security;
alter table people.initial force row level security;
-- public by nature: how signs are read
create policy everyone on people.initial for select using (true);
grant select on people.initial to maple_app, maple_job, maple_verifier;
do $$ begin
    execute format('create policy entered on people.initial for insert to %I with check (true)', current_user);
end $$;
-- In the order of pinyin, as the database's own Unicode library has it, these are the first signs of each letter. A
-- database without that library finds by words, not by initials.
do $$ begin
    if exists (select from pg_collation where collname = 'zh-x-icu') then
        execute '
            insert into people.initial (letter, initial)
            with begun(letter, initial) as (
                select substr(''阿八嚓咑妸发旮哈丌咔垃呣嗯喔妑七呥仨他屲夕丫帀'', i, 1),
                       substr(''abcdefghjklmnopqrstwxyz'', i, 1)
                  from generate_series(1, 23) i),
            ordered as (
                select a.letter, a.sign, count(*) filter (where not a.sign) over (
                           order by a.letter collate "zh-x-icu", a.sign) as no
                  from (select b.letter, false as sign from begun b
                        union all select chr(c), true from generate_series(19968, 40869) c) a)
            select o.letter, substr(''abcdefghjklmnopqrstwxyz'', o.no::int, 1)
              from ordered o
             where o.sign and o.no > 0
            on conflict do nothing';
    end if;
end $$;

-- Signs that are read otherwise too: in surnames, names of places, everyday words. The order above knows one reading.
insert into people.initial (letter, initial)
select l, v.initial
  from (values
      ('b', '薄埔秘卜扒伯柏膀辟便扁贲'), ('c', '曾重朝晁车长藏参乘盛查称仇厂单禅场传刹召澄虫种祭'),
      ('d', '石都大调弹读度地得翟单担答逮提'), ('e', '恶阿额'), ('f', '缝冯否佛'), ('g', '盖句贾红合个给龟'),
      ('h', '行会和华还虾吓巷号核黑纥'), ('j', '解贾降校系觉车纪给奇期句缴夹柜甲角茄'), ('k', '会可卡柯'),
      ('l', '乐陆六绿露率落隆'), ('m', '万秘没模脉缪'), ('n', '那娜粘弄南'), ('o', '区'), ('p', '朴埔繁番仆片暴逄冯便辟'),
      ('q', '仇区曲且期契覃纪茄祁强卡奇'), ('r', '任若'), ('s', '盛石省什参洗沈单沙厦召似宿折谁莘食拾率'),
      ('t', '提调弹谭覃谈陶大拓'), ('w', '万尉无亡'), ('x', '行校解冼洗降系厦宿吓省夏削叶血莘巷邪'),
      ('y', '乐叶尉要尤於员应蔚燕咽予於'), ('z', '翟查曾长重召祭中朝种占着只藏扎笮传卒')
  ) v(initial, letters)
 cross join string_to_table(v.letters, null) l
on conflict do nothing;

-- What of a text counts: letters, digits and Chinese signs, small, without anything between them.
create function people.plain(said text) returns text language sql immutable parallel safe as $$
    select regexp_replace(lower(said), '[^0-9a-z\u3400-\u9fff\U00020000-\U0003ffff]+', '', 'g')
$$;

-- Every two signs that stand side by side: what an index can find whole words by, also Chinese ones of two signs.
create function people.pairs(said text) returns text[] language sql immutable parallel safe as $$
    select coalesce(array_agg(distinct substr(p.text, i, 2)), '{}')
      from (select people.plain(said) as text) p
     cross join generate_series(1, length(p.text) - 1) i
$$;

-- The same for the initials, in each reading.
create function people.sounds(said text) returns text[] language sql stable parallel safe as $$
    with read as (
        select l.no, coalesce(i.initial, l.letter) as initial
          from string_to_table(people.plain(said), null) with ordinality l(letter, no)
          -- each sign by the index: a text is short, whatever the planner takes it for
          left join lateral (select p.initial from people.initial p where p.letter = l.letter offset 0) i on true)
    select coalesce(array_agg(distinct one.initial || next.initial), '{}')
      from read one
      join read next on next.no = one.no + 1
     where one.initial ~ '^[0-9a-z]$' and next.initial ~ '^[0-9a-z]$'
$$;

-- What else somebody is found by: blind indexes, under the domain's own key, of the initials of their name and of the
-- last four digits of phone and ID number. A job fills them in: null is what it has yet to do, again after name, number
-- or key has changed. They go with the row.
alter table people.persona add column finds bytea[];
alter table people.identifier add column finds bytea[];
create index persona_finds on people.persona using gin (finds);
create index identifier_finds on people.identifier using gin (finds);
create index persona_unfound on people.persona (id) where finds is null;
create index identifier_unfound on people.identifier (id) where finds is null;
create index identifier_signs on people.identifier (domain, sign) where ended_at is null and sign is not null;
grant update (finds) on people.persona, people.identifier to maple_job;

create function people.finds_anew() returns trigger language plpgsql set search_path = '' as $$
begin
    new.finds := null;
    return new;
end $$;
create trigger finds_begin before insert on people.persona
    for each row execute function people.finds_anew();
create trigger finds_begin before insert on people.identifier
    for each row execute function people.finds_anew();
create trigger finds_anew before update on people.persona
    for each row when ((old.name, old.phone, old.key_version) is distinct from (new.name, new.phone, new.key_version))
    execute function people.finds_anew();
create trigger finds_anew before update on people.identifier
    for each row when ((old.sealed, old.key_version) is distinct from (new.sealed, new.key_version))
    execute function people.finds_anew();

-- Personas of a domain behind any of these signs, or who stands for them; those of whom the caller reaches a matter
-- come first. Tells ids only, which are then read through the caller's own eyes.
create function people.found(asked_domain text, asked bytea[]) returns table (id uuid)
    language sql stable security definer set search_path = '' as $$
    with hit as (
        (select p.id from people.persona p where p.finds && asked and p.domain = asked_domain limit 5000)
        union
        (select p.id from people.persona p
          where p.domain = asked_domain and p.name_sign = any (asked) and p.name_sign is not null limit 5000)
        union
        (select p.id from people.persona p
          where p.domain = asked_domain and p.phone_sign = any (asked) and p.phone_sign is not null limit 5000)
        union
        (select i.persona from people.identifier i
          where i.finds && asked and i.domain = asked_domain and i.ended_at is null limit 5000)
        union
        (select i.persona from people.identifier i
          where i.domain = asked_domain and i.sign = any (asked) and i.sign is not null and i.ended_at is null
          limit 5000))
    select s.id
      from hit h
      join people.persona p on p.id = h.id
      join people.persona s on s.id = coalesce(p.merged_into, p.id)
     group by s.id
     order by bool_or(s.units && ground.scope()) desc, s.id desc
     limit 200
$$;
revoke execute on function people.found, people.finds_anew from public;
grant execute on function people.found to maple_app;
