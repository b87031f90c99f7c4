-- The operation that a report belongs to, if any, as people have said it: one investigation found
-- it, or takes it on. The newest says what holds; no name says that it belongs to none any more.
create table record.report_operation (
  entry uuid not null,
  ordinal int not null,
  report uuid not null,
  seq int not null check (seq > 0),
  operation text,
  reason text not null,
  primary key (entry, ordinal),
  unique (report, seq)
);

alter table record.report_operation enable row level security;
grant select, insert on record.report_operation to heed_app;
create policy see on record.report_operation for select to heed_app
  using (exists (select 1 from record.report r where r.id = report_operation.report));
create policy add on record.report_operation for insert to heed_app
  with check (entry in (select access.own_entries(16))
    and exists (select 1 from record.report r where r.id = report_operation.report));

-- An operation's name is words that somebody typed: whoever counts sees which reports have one in
-- common, and no name.
create view counted.report_operation with (security_barrier) as
  select entry, ordinal, report, seq,
    encode(sha256(convert_to(lower(operation), 'UTF8')), 'hex') as operation
  from record.report_operation f
  where (select access.has(8));
grant select on counted.report_operation to heed_app;
