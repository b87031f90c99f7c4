-- What a thing is called: as the newest report open to the asker writes it whole, or else in part. What was kept
-- when somebody first said what is meant may be words of a report that is closed to whoever asks. Asked by the
-- asker's own rights, of as many reports as a network follows from a thing, so that a station costs what a house does.
create function record.thing_label(asked uuid) returns text
language sql stable set search_path = pg_catalog, record, access as $$
  select coalesce(
    (select case when n.kind = 'vehicle' and n.detail is not null then n.written || ', ' || n.detail else n.written end
     from (
       select m.kind, m.written, m.detail, m.exact, m.version, f.report
       from mention_thing f join thing_mention m on m.id = f.mention
       where f.thing = asked and f.same and not exists (
         select 1 from mention_thing u where u.mention = f.mention and u.thing = f.thing and u.seq > f.seq)
       order by f.report desc limit 40) n
     order by n.exact is null, n.report desc, n.version desc limit 1),
    (select initcap(t.kind) from thing t where t.id = asked))
$$;
revoke all on function record.thing_label(uuid) from public;
grant execute on function record.thing_label(uuid) to heed_app;
