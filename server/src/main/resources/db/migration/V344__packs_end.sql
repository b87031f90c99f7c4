-- A pack is seen until a day; everybody who got one for a meeting gets the later one for it, which stands in its
-- place; and a thing in it names the report that it is from, so that reading it is a look at that report.

alter table record.pack add column until timestamptz;      -- null: of before there was an end
alter table record.pack_item add column report uuid;       -- where it stands in one
create index pack_meeting on record.pack (meeting) where meeting is not null;

create or replace function access.packs_for_me() returns table (pack uuid, shown boolean)
language plpgsql stable security definer set search_path = pg_catalog, record, access as $$
begin
  if access.has(1048576) then
    return query
      select a.pack,
        exists (select 1 from record.pack_step s
          where s.pack = a.pack and s.step = 'received' and s.agency = a.agency)
        and not exists (select 1 from record.pack_step s where s.pack = a.pack and s.step = 'recalled')
        and (p.until is null or p.until > now())
        and (p.meeting is null or not exists (select 1 from record.pack n
          join record.pack_agency b on b.pack = n.id and b.agency = a.agency
          where n.meeting = p.meeting and n.case_file = p.case_file and (n.at, n.id) > (p.at, p.id)))
      from record.pack_agency a join record.pack p on p.id = a.pack
      where a.agency = access.agency();
  end if;
end $$;
