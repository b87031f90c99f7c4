-- Meetings about a case: strategy discussions and meetings, conferences, multi-agency panels; with
-- agenda, who was there for whom, and minutes.

create table record.case_meeting (
  entry uuid not null,
  ordinal int not null,
  id uuid not null unique,
  case_file uuid not null,
  kind text not null,                    -- strategy-discussion, emergency-discussion, strategy-meeting, conference, panel
  agenda text not null,
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal)
);
create index case_meeting_case on record.case_meeting (case_file);

-- When it is to be or was held: the latest counts, and each earlier time stays.
create table record.case_meeting_state (
  entry uuid not null,
  ordinal int not null,
  meeting uuid not null,
  case_file uuid not null,
  seq int not null,
  act text not null check (act in ('planned', 'moved', 'held', 'cancelled')),
  meets_at timestamptz not null,
  says text not null,                    -- why, or the minutes
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (meeting, seq)
);
create index case_meeting_state_case on record.case_meeting_state (case_file);

-- Who was asked and who came, for which agency: the latest row of a name counts.
create table record.case_attendance (
  entry uuid not null,
  ordinal int not null,
  meeting uuid not null,
  case_file uuid not null,
  attendee uuid not null,
  seq int not null,
  name text not null,
  agency text not null,
  attends text not null check (attends in ('invited', 'present', 'apologies', 'absent')),
  by_account uuid not null,
  at timestamptz not null,
  primary key (entry, ordinal),
  unique (attendee, seq)
);
create index case_attendance_case on record.case_attendance (case_file);

do $$
declare
  t text;
  own text := 'by_account = (select access.me()) and entry in (select access.own_entries(65536))';
  seen text := 'exists (select 1 from record.case_file c where c.id = %1$I.case_file)';
begin
  foreach t in array array['case_meeting','case_meeting_state','case_attendance'] loop
    execute format('alter table record.%I enable row level security', t);
    execute format('grant select, insert on record.%I to heed_app', t);
    execute format('create policy see on record.%1$I for select to heed_app using (' || seen || ')', t);
    execute format('create policy add on record.%1$I for insert to heed_app with check (' || own || ' and ' || seen || ')', t);
  end loop;
end $$;
