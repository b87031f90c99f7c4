package org.heed.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.heed.server.access.Right;
import org.heed.server.access.Role;
import org.heed.server.access.SessionToken;
import org.jspecify.annotations.Nullable;

/**
 * Cases of a large force, put straight into its tables: ten areas of twenty teams of fifteen
 * officers; each case about a report decided yes, with a child, dated events, an owner and perhaps
 * a grade; one in ten open, with two actions. One officer has far more than the others. Two reports
 * of 2,000 are restricted.
 */
final class MadeUpCases {
  static final int AREAS = 10;
  private static final int OFFICERS = 3_000;
  private static final String TEAM = "' Team ' || (n.n / 15) % 20";

  private static final List<String> FILL =
      List.of(
          """
          create temp table n as
            select n, gen_random_uuid() as id, gen_random_uuid() as report, n / 1000 as g, n % 1000 as o,
              'area' || (n / 10) % :areas as area, n % 10 = 3 as open,
              case when n % 1000 = 13 then 1 when n % 200 = 23 then null else (n / 10) % :officers end as officer,
              case when n % 10 = 3 then now() - (n % 61) * interval '1 day' - (n % 1440) * interval '1 minute'
                   else now() - interval '61 days' - (n % 1000) * interval '1 day' end as at
            from generate_series(0, :cases - 1) n
          """,
          "create temp table chunk as select g, gen_random_uuid() as id from generate_series(0, :cases / 1000) g",
          "create temp table officer as select o, gen_random_uuid() as id from generate_series(0, :officers - 1) o",
          "analyze n; analyze chunk; analyze officer",
          """
          insert into access.account (id, name, display_name, agency)
            select id, 'officer' || o, 'Officer ' || o, 'norchester' from officer
          """,
          """
          insert into access.role_grant (entry, ordinal, account, seq, role, area, granted, reason)
            select gen_random_uuid(), 0, id, 1, 'investigator', null, true, 'made' from officer
          """,
          """
          insert into ledger.entry (id, kind, actor, at, rows, content, subjects)
            select id, 'case.opened', gen_random_uuid(), now(), 12000, decode(repeat('00', 32), 'hex'), '{}' from chunk
          """,
          "insert into ledger.leaf select g, id, decode(repeat('00', 32), 'hex') from chunk",
          "insert into ledger.batch select max(g) + 1, now(), pg_current_xact_id() from chunk",
          """
          insert into record.report (entry, ordinal, id, source, reference, area, agency, recorded_by)
            select c.id, n.o, n.report, 'made', 'R' || n.n, n.area, 'norchester', c.id from n join chunk c using (g)
          """,
          """
          insert into record.report_version (entry, ordinal, report, version, kind, area, reported_at, recorded_at,
              policing_purpose, review_on)
            select c.id, 1000 + n.o, n.report, 1, 'referral', n.area, n.at, n.at, 'made', '2036-01-01'
            from n join chunk c using (g)
          """,
          """
          insert into record.flag (entry, ordinal, report, seq, flag, decision, elements, definition, route, reason,
              decided_at)
            select c.id, 2000 + n.o, n.report, 1, 'CSE', 'yes', '{}', 'made', 'officer', 'made', n.at
            from n join chunk c using (g)
          """,
          """
          insert into record.restriction (entry, ordinal, report, seq, restricted, members, reason)
            select c.id, 3000 + n.o, n.report, 1, true, '', 'made' from n join chunk c using (g) where n.n % 2000 in (7, 33)
          """,
          """
          insert into record.case_file (entry, ordinal, id, number, kind, area, subject, opened_from, reason, opened_by,
              opened_at)
            select c.id, 4000 + n.o, n.id, 'C' || n.n, 'child', n.area, 'Child ' || n.n, n.report, 'made', c.id, n.at
            from n join chunk c using (g)
          """,
          """
          insert into record.case_state (entry, ordinal, case_file, seq, act, reason, by_account, at)
            select c.id, 5000 + n.o, n.id, 1, 'opened', 'made', c.id, n.at from n join chunk c using (g)
            union all
            select c.id, 6000 + n.o, n.id, 2, 'closed', 'made', c.id, n.at + interval '40 days'
            from n join chunk c using (g) where not n.open
          """,
          """
          insert into record.case_owner (entry, ordinal, case_file, seq, owner, team, reason, by_account, at)
            select c.id, 7000 + n.o, n.id, 1, w.id, n.area || :team, 'made', c.id, n.at + interval '1 hour'
            from n join chunk c using (g) left join officer w on w.o = n.officer
          """,
          """
          insert into record.case_report (entry, ordinal, case_file, report, seq, linked, reason, by_account, at)
            select c.id, 8000 + n.o, n.id, n.report, 1, true, 'made', c.id, n.at from n join chunk c using (g)
          """,
          """
          insert into record.case_person (entry, ordinal, case_file, member, seq, role, name, born, linked, reason,
              by_account, at)
            select c.id, 9000 + n.o, n.id, gen_random_uuid(), 1, 'child', 'Child ' || n.n,
              date '2010-01-01' + n.n % 1500, true, 'made', c.id, n.at from n join chunk c using (g)
          """,
          """
          insert into record.case_event (entry, ordinal, id, case_file, kind, happened_at, says, by_account, at)
            select c.id, 10000 + n.o * 2 + k.k, gen_random_uuid(), n.id,
              (array['child-seen', 'victim-needs-assessed', 'supervisor-reviewed', 'trafficking-referred'])[1 + (n.n / 7 + k.k) % 4],
              n.at + interval '20 hours', 'made', c.id, n.at + interval '21 hours'
            from n join chunk c using (g) cross join generate_series(0, 1) k (k) where n.n % 3 > 0
          """,
          """
          insert into record.case_grade (entry, ordinal, case_file, seq, grade, reason, by_account, at)
            select c.id, 12000 + n.o, n.id, 1, (array['high', 'medium', 'standard'])[1 + n.n % 3], 'made', w.id, n.at
            from n join chunk c using (g) join officer w on w.o = n.n % :officers where n.n % 7 < 3
          """,
          """
          create temp table todo as
            select n.n, n.g, n.o, n.id as case_file, gen_random_uuid() as id, k.k, n.officer, n.at
            from n cross join generate_series(0, 1) k (k) where n.open
          """,
          """
          insert into record.case_action (entry, ordinal, id, case_file, what, by_account, at)
            select c.id, 13000 + t.o * 2 + t.k, t.id, t.case_file, 'Ask hotel ' || t.n, c.id, t.at
            from todo t join chunk c using (g)
          """,
          """
          insert into record.case_action_state (entry, ordinal, action, case_file, seq, act, owner, due_at, says,
              by_account, at)
            select c.id, 15000 + t.o * 2 + t.k, t.id, t.case_file, 1, 'set', w.id, t.at + (1 + t.k * 40) * interval '1 day',
              'made', c.id, t.at from todo t join chunk c using (g) left join officer w on w.o = t.officer
          """,
          // Officers open most of what they are given; how cases stand is worked out of the open
          // ones.
          """
          insert into ledger.entry (id, kind, actor, at, rows, content, subjects)
            select gen_random_uuid(), 'case.read', w.id, n.at + interval '2 hours', 0, decode(repeat('00', 32), 'hex'),
              array[n.id] from n join officer w on w.o = n.officer where n.open and n.n % 9 > 0
          """,
          "insert into work.case_changed (case_file) select id from n where open",
          "analyze");

  private MadeUpCases() {}

  /** Somebody signed in. */
  record Somebody(UUID account, SessionToken token) {}

  static void fill(Connection owner, int cases) throws SQLException {
    try (Statement statement = owner.createStatement()) {
      owner.setAutoCommit(false);
      // Every open case is noted below at once, rather than row by row.
      statement.execute("set local session_replication_role = replica");
      for (String step : FILL) {
        statement.execute(
            step.replace(":team", TEAM)
                .replace(":cases", Integer.toString(cases))
                .replace(":areas", Integer.toString(AREAS))
                .replace(":officers", Integer.toString(OFFICERS)));
      }
      owner.commit();
      owner.setAutoCommit(true);
      statement.execute("vacuum analyze");
      statement.execute("checkpoint");
    }
  }

  /** One of the officers, signed in. */
  static Somebody officer(Connection owner, int number) throws SQLException {
    try (Statement statement = owner.createStatement();
        var row =
            statement.executeQuery(
                "select id from access.account where name = 'officer" + number + "'")) {
      row.next();
      return signedIn(owner, row.getObject(1, UUID.class), Role.INVESTIGATOR, null);
    }
  }

  /** A supervisor of an area, signed in; null: of all. */
  static Somebody supervisor(Connection owner, @Nullable String area) throws SQLException {
    UUID id = UUID.nameUUIDFromBytes(new byte[] {(byte) String.valueOf(area).hashCode()});
    try (PreparedStatement insert =
        owner.prepareStatement(
            "insert into access.account (id, name, display_name, agency) values (?, ?, 'Supervisor', 'norchester')")) {
      insert.setObject(1, id);
      insert.setString(2, String.format(Locale.ROOT, "supervisor-%s", area));
      insert.executeUpdate();
    }
    return signedIn(owner, id, Role.SUPERVISOR, area);
  }

  private static Somebody signedIn(Connection owner, UUID account, Role role, @Nullable String area)
      throws SQLException {
    SessionToken token = SessionToken.create();
    try (PreparedStatement insert =
        owner.prepareStatement(
            """
            insert into access.session (token_hash, account, agency, rights, areas, kind, expires_at)
            values (?, ?, 'norchester', ?, ?, 'api', now() + interval '1 day')\
            """)) {
      insert.setBytes(1, token.hash());
      insert.setObject(2, account);
      insert.setInt(3, Right.mask(role.rights()));
      insert.setArray(4, area == null ? null : owner.createArrayOf("text", new String[] {area}));
      insert.executeUpdate();
    }
    return new Somebody(account, token);
  }
}
