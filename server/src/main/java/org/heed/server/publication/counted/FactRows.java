package org.heed.server.publication.counted;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.heed.server.store.Databases;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The facts that move counts, as the schema {@code counted} shows them to whoever may count every
 * area. Only inside {@link org.heed.server.store.Acts}.
 */
@Repository
class FactRows {
  /** The first part of each statement reads the ledger, so that a few positions cost a few rows. */
  private static final String BETWEEN =
      """
       from ledger.leaf l join counted.%s f on f.entry = l.entry
      where l.position > :after and l.position <= :last order by l.position, f.ordinal\
      """;

  private static final String VERSIONS =
      """
      select l.position, f.report, f.version, f.kind, f.route, f.area,
        (f.occurred_from at time zone 'Europe/London')::date as occurred,
        (f.reported_at at time zone 'Europe/London')::date as reported,
        (f.recorded_at at time zone 'Europe/London')::date as recorded\
      """;
  private static final String DECISIONS =
      """
      select l.position, f.report, f.crime, f.seq, f.flag, f.decision, f.route, f.decided_at,
        (f.decided_at at time zone 'Europe/London')::date as day\
      """;
  private static final String STATES =
      """
      select l.position, f.report, f.crime, f.seq, f.act, f.offence, f.counted,
        (f.effective_at at time zone 'Europe/London')::date as effective\
      """;
  private static final String TOLD =
      """
      select l.position, f.report, f.id, concat_ws(',', f.victim::text, f.others) as victims,
        coalesce(f.suspects, '') as suspects, coalesce(f.offences, '') as offences\
      """;
  private static final String READINGS =
      """
      select l.position, f.report, f.version, f.rulebook,
        coalesce(f.ask <> 'nothing', false) as prompts\
      """;
  private static final String MENTIONS = "select l.position, f.report, f.id, f.version, f.role";
  private static final String LINKS =
      "select l.position, f.report, f.mention, f.person, f.same, f.seq";
  private static final String DRAWS = "select l.position, f.report, f.stream, f.chance";

  private static final String OPERATIONS = "select l.position, f.report, f.seq, f.operation";

  private final JdbcClient sql;

  FactRows(Databases databases) {
    this.sql = JdbcClient.create(databases.app());
  }

  /** The last settled position; -1 where nothing is. */
  long last() {
    return sql.sql("select coalesce(max(size), 0) - 1 from ledger.batch")
        .query(Long.class)
        .single();
  }

  /** How many rows were ever destroyed: where that grows, what is held in memory is made anew. */
  long destroyed() {
    return sql.sql("select count(*) from ledger.destroyed").query(Long.class).single();
  }

  /**
   * All that became known after one position and up to another, in that order.
   *
   * @param told with what crimes were recorded of
   */
  List<Fact> between(long after, long last, boolean told) {
    List<Fact> facts = new ArrayList<>();
    add(facts, VERSIONS, "report_version", after, last, FactRows::version);
    add(facts, DECISIONS, "flag", after, last, FactRows::decision);
    add(facts, STATES, "crime_state", after, last, FactRows::state);
    add(facts, READINGS, "reading", after, last, FactRows::reading);
    add(facts, MENTIONS, "mention", after, last, FactRows::mention);
    add(facts, LINKS, "mention_person", after, last, FactRows::link);
    add(facts, DRAWS, "review_draw", after, last, FactRows::draw);
    add(facts, OPERATIONS, "report_operation", after, last, FactRows::operation);
    if (told) {
      add(facts, TOLD, "crime", after, last, FactRows::told);
    }
    facts.sort(Comparator.comparingLong(Fact::position));
    return facts;
  }

  private void add(
      List<Fact> facts,
      String what,
      String table,
      long after,
      long last,
      RowMapper<? extends Fact> row) {
    facts.addAll(
        sql.sql(what + BETWEEN.replace("%s", table))
            .param("after", after)
            .param("last", last)
            .query(row)
            .list());
  }

  private static Fact.Version version(ResultSet row, int number) throws SQLException {
    return new Fact.Version(
        row.getLong("position"),
        id(row, "report"),
        row.getInt("version"),
        row.getString("kind"),
        row.getString("route"),
        row.getString("area"),
        day(row, "occurred"),
        day(row, "reported"),
        row.getObject("recorded", LocalDate.class));
  }

  private static Fact.Decision decision(ResultSet row, int number) throws SQLException {
    return new Fact.Decision(
        row.getLong("position"),
        id(row, "report"),
        row.getObject("crime", UUID.class),
        row.getInt("seq"),
        row.getString("decision"),
        row.getString("route"),
        row.getTimestamp("decided_at").toInstant(),
        row.getObject("day", LocalDate.class));
  }

  private static Fact.State state(ResultSet row, int number) throws SQLException {
    return new Fact.State(
        row.getLong("position"),
        id(row, "report"),
        id(row, "crime"),
        row.getInt("seq"),
        row.getString("act"),
        row.getString("offence"),
        row.getBoolean("counted"),
        row.getObject("effective", LocalDate.class));
  }

  private static Fact.Told told(ResultSet row, int number) throws SQLException {
    return new Fact.Told(
        row.getLong("position"),
        id(row, "report"),
        id(row, "id"),
        texts(row.getString("victims")).map(UUID::fromString).toList(),
        texts(row.getString("suspects")).map(UUID::fromString).toList(),
        texts(row.getString("offences")).toList());
  }

  private static Stream<String> texts(String joined) {
    return Stream.of(joined.split(",")).filter(text -> !text.isEmpty());
  }

  private static Fact.Read reading(ResultSet row, int number) throws SQLException {
    return new Fact.Read(
        row.getLong("position"),
        id(row, "report"),
        row.getInt("version"),
        row.getString("rulebook"),
        row.getBoolean("prompts"));
  }

  private static Fact.Mention mention(ResultSet row, int number) throws SQLException {
    return new Fact.Mention(
        row.getLong("position"),
        id(row, "report"),
        id(row, "id"),
        row.getInt("version"),
        row.getString("role"));
  }

  private static Fact.Link link(ResultSet row, int number) throws SQLException {
    return new Fact.Link(
        row.getLong("position"),
        id(row, "report"),
        id(row, "mention"),
        id(row, "person"),
        row.getBoolean("same"),
        row.getInt("seq"));
  }

  private static Fact.Draw draw(ResultSet row, int number) throws SQLException {
    return new Fact.Draw(
        row.getLong("position"),
        id(row, "report"),
        row.getString("stream"),
        row.getDouble("chance"));
  }

  private static Fact.Operation operation(ResultSet row, int number) throws SQLException {
    return new Fact.Operation(
        row.getLong("position"), id(row, "report"), row.getInt("seq"), row.getString("operation"));
  }

  private static UUID id(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }
}
