package org.heed.server.destruction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.ledger.Commitment;
import org.heed.ledger.Destruction;
import org.heed.ledger.Fact;
import org.heed.ledger.NoteException;
import org.heed.ledger.Salt;
import org.heed.ledger.SigningKey;
import org.heed.postgres.DatabaseAddress;
import org.heed.server.StartFailure;
import org.heed.server.store.FactWriter;
import org.heed.server.store.IdSource;
import org.heed.server.store.Tables;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The list of what was destroyed, signed, in a file of the data folder that is kept beside backups:
 * a backup that is put back holds what was destroyed since it was made, and loses it again at the
 * next start. The list says which reports, and who decided what, when and why; nothing of what they
 * held.
 */
public final class KeptDestructions implements WhenDestroyed {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String FILE = "destructions";
  private static final String HEAD = "heed destructions v1";
  private static final String APPROVED =
      """
      select d.id, d.report, d.source, d.reference, d.area, d.basis, d.reason, d.proposed_by,
        d.proposed_at, x.reason, x.decided_by, x.decided_at
      from record.destruction d
      join record.destruction_decision x on x.destruction = d.id and x.decision = 'approved'
      order by x.decided_at, d.id\
      """;

  private final Path file;
  private final SigningKey key;
  private final DatabaseAddress owner;
  private final Clock clock;
  private final IdSource ids;

  /**
   * @param owner the database, as its owner
   * @param key of the ledger, which signs the list too
   */
  public KeptDestructions(
      Path data, SigningKey key, DatabaseAddress owner, Clock clock, IdSource ids) {
    this.file = data.resolve(FILE);
    this.key = key;
    this.owner = owner;
    this.clock = clock;
    this.ids = ids;
  }

  /** One that was approved. */
  private record Line(
      UUID id,
      UUID report,
      String source,
      String reference,
      String area,
      String basis,
      String reason,
      UUID proposedBy,
      Instant proposedAt,
      String approval,
      UUID decidedBy,
      Instant decidedAt) {

    static Line of(ResultSet row) throws SQLException {
      return new Line(
          row.getObject(1, UUID.class),
          row.getObject(2, UUID.class),
          row.getString(3),
          row.getString(4),
          row.getString(5),
          row.getString(6),
          row.getString(7),
          row.getObject(8, UUID.class),
          row.getObject(9, OffsetDateTime.class).toInstant(),
          row.getString(10),
          row.getObject(11, UUID.class),
          row.getObject(12, OffsetDateTime.class).toInstant());
    }

    static Line of(JsonNode json) {
      return new Line(
          id(json, "id"),
          id(json, "report"),
          text(json, "source"),
          text(json, "reference"),
          text(json, "area"),
          text(json, "basis"),
          text(json, "reason"),
          id(json, "proposed_by"),
          Instant.parse(text(json, "proposed_at")),
          text(json, "approval"),
          id(json, "decided_by"),
          Instant.parse(text(json, "decided_at")));
    }

    private static String text(JsonNode json, String name) {
      return json.required(name).asString();
    }

    private static UUID id(JsonNode json, String name) {
      return UUID.fromString(text(json, name));
    }

    String json() {
      ObjectNode json = JSON.createObjectNode();
      json.put("id", id.toString());
      json.put("report", report.toString());
      json.put("source", source);
      json.put("reference", reference);
      json.put("area", area);
      json.put("basis", basis);
      json.put("reason", reason);
      json.put("proposed_by", proposedBy.toString());
      json.put("proposed_at", proposedAt.toString());
      json.put("approval", approval);
      json.put("decided_by", decidedBy.toString());
      json.put("decided_at", decidedAt.toString());
      return json.toString();
    }

    @Override
    public String toString() {
      return "Line[" + id + "]";
    }
  }

  /**
   * Destroys again what the list has and this record does not know of, and what is there again of a
   * report that was destroyed; then writes the list.
   *
   * @return how many reports were destroyed again
   * @throws StartFailure where the list is not what this record's key signed
   */
  public int bringInLine() {
    try (Connection connection = owner.connect()) {
      Map<UUID, Line> known = new LinkedHashMap<>();
      recorded(connection).forEach(line -> known.put(line.id(), line));
      int again = 0;
      for (Line line : known.values()) {
        again += isThere(connection, line.report()) ? replay(connection, line, true) : 0;
      }
      for (Line line : listed()) {
        if (!known.containsKey(line.id())) {
          again += replay(connection, line, false);
          known.put(line.id(), line);
        }
      }
      write(new ArrayList<>(known.values()));
      return again;
    } catch (SQLException e) {
      throw new StartFailure(
          "What was destroyed could not be destroyed again in this record: see that the database"
              + " runs, have the ledger checked with heed verify, and start Heed again.",
          e);
    }
  }

  /** Writes the list anew. */
  @Override
  public void destroyed() {
    try (Connection connection = owner.connect()) {
      write(recorded(connection));
    } catch (SQLException e) {
      throw new IllegalStateException("the list of what was destroyed cannot be made", e);
    }
  }

  private static List<Line> recorded(Connection connection) throws SQLException {
    List<Line> lines = new ArrayList<>();
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery(APPROVED)) {
      while (row.next()) {
        lines.add(Line.of(row));
      }
    }
    return lines;
  }

  private List<Line> listed() {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      List<String> lines = key.verifyKey().openText(Files.readString(file)).lines().toList();
      if (lines.isEmpty() || !lines.getFirst().equals(HEAD)) {
        throw foreign(null);
      }
      return lines.stream().skip(1).map(line -> Line.of(JSON.readTree(line))).toList();
    } catch (NoteException e) {
      throw foreign(e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private StartFailure foreign(@Nullable Throwable cause) {
    return new StartFailure(
        "The list of what was destroyed, "
            + file
            + ", is not what this record's key signed: put back the list and secrets/ledger.key that"
            + " belong together, or move the list away to go on without it.",
        cause);
  }

  private synchronized void write(List<Line> lines) {
    if (lines.isEmpty()) {
      return;
    }
    StringBuilder text = new StringBuilder(HEAD).append('\n');
    lines.forEach(line -> text.append(line.json()).append('\n'));
    Path aside = file.resolveSibling(FILE + ".new");
    try {
      Files.deleteIfExists(aside);
      Files.createFile(
          aside,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(
          aside, key.signText(text.toString()), StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static boolean isThere(Connection connection, UUID report) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            """
            select exists (select 1 from record.report where id = ?)
              or exists (select 1 from record.narrative where report = ?)\
            """)) {
      query.setObject(1, report);
      query.setObject(2, report);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  /** Destroys a report again, as one entry that says who decided it. */
  private int replay(Connection connection, Line line, boolean decided) throws SQLException {
    connection.setAutoCommit(false);
    try {
      List<UUID> entries = new ArrayList<>();
      List<Integer> ordinals = new ArrayList<>();
      rowsOf(connection, line.report(), entries, ordinals);
      write(connection, line, decided, entries, ordinals);
      connection.commit();
      return entries.isEmpty() ? 0 : 1;
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  private static void rowsOf(
      Connection connection, UUID report, List<UUID> entries, List<Integer> ordinals)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select entry, ordinal from record.rows_of_report(?)")) {
      query.setObject(1, report);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          entries.add(row.getObject(1, UUID.class));
          ordinals.add(row.getInt(2));
        }
      }
    }
  }

  private void write(
      Connection connection, Line line, boolean decided, List<UUID> entries, List<Integer> ordinals)
      throws SQLException {
    UUID entry = ids.next();
    Salt salt = Salt.of(ids.salt());
    List<Fact> facts = new ArrayList<>();
    if (!decided) {
      if (!isProposed(connection, line.id())) {
        facts.add(
            Fact.of(
                Tables.DESTRUCTION,
                line.id(),
                line.report(),
                line.source(),
                line.reference(),
                line.area(),
                line.basis(),
                line.reason(),
                line.proposedBy(),
                line.proposedAt()));
      }
      facts.add(
          Fact.of(
              Tables.DESTRUCTION_DECISION,
              line.id(),
              "approved",
              line.approval(),
              line.decidedBy(),
              line.decidedAt()));
    }
    for (int i = 0; i < entries.size(); i++) {
      facts.add(Destruction.of(entries.get(i), ordinals.get(i)));
    }
    if (facts.isEmpty()) {
      return;
    }
    addEntry(connection, entry, salt, line, facts);
    for (int ordinal = 0; ordinal < facts.size(); ordinal++) {
      Fact fact = facts.get(ordinal);
      FactWriter.writeFacts(
          connection, fact.table(), List.of(new FactWriter.Row(entry, ordinal, fact)));
    }
    try (PreparedStatement beside =
        connection.prepareStatement(
            """
            select record.forget_beside(r.id,
              array(select p from record.people_of_report_alone(r.id) p),
              array(select m.id from record.mention m where m.report = r.id),
              array(select s.message from record.message_step s where s.report = r.id and s.step = 'reported'))
            from (select cast(? as uuid)) r (id)
            """)) {
      beside.setObject(1, line.report());
      beside.execute();
    }
    try (PreparedStatement carry =
        connection.prepareStatement("select ledger.carry_out(?, ?, ?)")) {
      carry.setObject(1, entry);
      carry.setArray(2, connection.createArrayOf("uuid", entries.toArray(UUID[]::new)));
      carry.setArray(3, connection.createArrayOf("int4", ordinals.toArray(Integer[]::new)));
      carry.execute();
    }
  }

  private static boolean isProposed(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select exists (select 1 from record.destruction where id = ?)")) {
      query.setObject(1, id);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private void addEntry(Connection connection, UUID entry, Salt salt, Line line, List<Fact> facts)
      throws SQLException {
    try (PreparedStatement account =
            connection.prepareStatement(
                """
                insert into access.account (id, name, display_name, agency)
                values (?, 'heed-retention', 'Retention', 'heed') on conflict do nothing\
                """);
        PreparedStatement add =
            connection.prepareStatement(
                """
                insert into ledger.entry (id, kind, actor, at, rows, content, subjects)
                select ?, 'destruction.replayed', a.id, ?, ?, ?, ?
                from access.account a where lower(a.name) = 'heed-retention'\
                """);
        PreparedStatement secret =
            connection.prepareStatement("insert into ledger.salt (entry, salt) values (?, ?)")) {
      account.setObject(1, ids.next());
      account.executeUpdate();
      add.setObject(1, entry);
      add.setObject(2, clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
      add.setInt(3, facts.size());
      add.setBytes(4, Commitment.of(salt, facts).content().digest().bytes());
      add.setArray(5, connection.createArrayOf("uuid", new UUID[] {line.report(), line.id()}));
      if (add.executeUpdate() != 1) {
        throw new IllegalStateException("there is no account to destroy in the name of");
      }
      secret.setObject(1, entry);
      secret.setBytes(2, salt.bytes());
      secret.executeUpdate();
    }
  }
}
