package org.heed.server.destruction;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.ledger.FactTable;
import org.heed.ledger.Verifier;
import org.heed.linkage.thing.ThingKind;
import org.heed.server.access.Caller;
import org.heed.server.access.Role;
import org.heed.server.document.DocumentHolder;
import org.heed.server.document.DocumentSettings;
import org.heed.server.document.DocumentStore;
import org.heed.server.document.Documents;
import org.heed.server.document.FileName;
import org.heed.server.document.NewDocument;
import org.heed.server.document.Scanner;
import org.heed.server.ledger.LedgerSource;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.report.NewReport;
import org.heed.server.report.NewThing;
import org.heed.server.report.ReportFile;
import org.heed.server.report.ReportFiles;
import org.heed.server.report.ReportKind;
import org.heed.server.report.Restrictions;
import org.heed.server.review.FlagDecision;
import org.heed.server.safeguarding.CaseScene;
import org.heed.server.store.Tables;

/** A record with reports, two records managers, and everything that hangs on a report. */
final class DestructionScene implements AutoCloseable {
  static final Instant START = Instant.parse("2026-05-04T10:00:00Z");
  static final String NARRATIVE =
      "Ottoline Marsh was brought back from the Heron hotel by taxi with a phone she was given.";

  final CaseScene scene = new CaseScene();
  final Caller first = scene.someone(null, Role.RECORDS_MANAGER);
  final Caller second = scene.someone(null, Role.RECORDS_MANAGER);
  final Destructions destructions = destructions(List.of());

  Destructions destructions(List<WhenDestroyed> copies) {
    return new Destructions(
        scene.server.acts(),
        new DestructionStore(scene.server.databases()),
        new ReportFiles(scene.server.databases()),
        new Forgetting(copies));
  }

  static NewReport report(String reference, String narrative, List<NewMention> people) {
    return new NewReport(
        "test",
        reference,
        ReportKind.CRIME_REPORT,
        null,
        "greyport",
        narrative,
        START,
        START,
        START,
        START,
        "71",
        null,
        null,
        "safeguarding",
        LocalDate.of(2026, 6, 1),
        null,
        people,
        List.of(
            new NewThing(ThingKind.PHONE, "07700 900123", null, null),
            new NewThing(ThingKind.PLACE, "Heron Hotel, Quay Street", "hotel", null)));
  }

  static NewMention child() {
    return new NewMention(
        MentionRole.VICTIM,
        "Ottoline",
        "Marsh",
        LocalDate.of(2012, 3, 14),
        null,
        "female",
        null,
        null,
        null,
        null);
  }

  /**
   * A report with people chosen, a crime, a decision, a document, a restriction that was lifted.
   */
  UUID whole(String reference) {
    scene.server.clock().set(START);
    UUID report =
        scene
            .services
            .reports()
            .record(scene.officer, report(reference, NARRATIVE, List.of(child())))
            .report();
    UUID mention = scene.people(report).getFirst().id();
    scene
        .services
        .people()
        .createFor(
            scene.officer, mention, "Ottoline", "Marsh", LocalDate.of(2012, 3, 14), "It is her.");
    scene
        .services
        .crimes()
        .record(scene.officer, report, List.of(mention), List.of("71"), "She said so.");
    scene
        .services
        .flags()
        .decide(
            scene.officer,
            new FlagDecision(
                report,
                null,
                FlagDecision.Answer.YES,
                Map.of(),
                null,
                "officer",
                "A hotel and a phone.",
                null,
                null));
    scene
        .services
        .things()
        .createFor(scene.officer, things(report).getFirst().id(), "The phone she was given.");
    documents()
        .attach(
            scene.officer,
            DocumentHolder.ofReport(report),
            new NewDocument(
                FileName.of("Register.txt"),
                "The hotel’s register",
                "Two nights, paid by card.".getBytes(StandardCharsets.UTF_8)));
    Restrictions restrictions = new Restrictions(scene.server.acts(), scene.server.databases());
    restrictions.restrict(scene.supervisor, report, List.of(), "A relative works here.");
    restrictions.lift(scene.supervisor, report, "They have left.");
    settle();
    return report;
  }

  Documents documents() {
    return new Documents(
        scene.server.acts(),
        scene.views(),
        new ReportFiles(scene.server.databases()),
        new DocumentStore(scene.server.databases()),
        Scanner.NONE,
        DocumentSettings.usual());
  }

  private List<ReportFile.Thing> things(UUID report) {
    return scene
        .server
        .acts()
        .plain(
            scene.officer,
            () ->
                new ReportFiles(scene.server.databases())
                    .find(report, org.heed.server.store.KnownAt.NOW))
        .orElseThrow()
        .things();
  }

  void settle() {
    try {
      scene.server.sequencer().settle();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  UUID proposed(UUID report) {
    return destructions.propose(first, report, Basis.RETENTION_REVIEW, "No purpose is left.");
  }

  String seen(UUID report) {
    return destructions.open(second, report).preview().digest();
  }

  /** Proposed by the first, approved by the second. */
  long destroy(UUID report) {
    UUID proposal = proposed(report);
    return destructions.approve(second, proposal, "I looked at it.", seen(report));
  }

  /** What the check says. */
  List<String> verify() {
    settle();
    // The scene gives roles past the ledger, for which there are no entries.
    scene.server.asOwner("delete from access.role_grant");
    try (LedgerSource source = LedgerSource.open(scene.server.address(), _ -> {})) {
      return new Verifier(scene.server.key().verifyKey()).verify(source, null).lines();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many rows of each table name the report, where there are any. */
  List<String> naming(UUID report) {
    List<String> found = new ArrayList<>();
    for (FactTable table : Tables.ALL) {
      table.columns().stream()
          .filter(column -> column.name().equals("report"))
          .forEach(_ -> {
            long rows =
                scene.server.count(
                    "select count(*) from "
                        + Tables.qualified(table)
                        + " where report = '"
                        + report
                        + "'");
            if (rows > 0) {
              found.add(table.name());
            }
          });
    }
    return found;
  }

  /** Runs statements as the application's role with somebody's session, and commits them. */
  void attempt(Caller caller, String... statements) throws SQLException {
    try (Connection connection = scene.server.databases().app().getConnection()) {
      connection.setAutoCommit(false);
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "select set_config('heed.token', '" + caller.token().secret() + "', true)");
        for (String one : statements) {
          statement.execute(one);
        }
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    }
  }

  /** A statement that writes an entry of the ledger in somebody's name. */
  String entry(UUID id, Caller caller) {
    return "insert into ledger.entry (id, kind, actor, at, rows, content, subjects) values ('"
        + id
        + "', 'content.destroyed', '"
        + caller.account()
        + "', now(), 0, sha256('made'), '{}')";
  }

  String decision(UUID entry, UUID destruction, String verdict, Caller caller) {
    return "insert into record.destruction_decision values ('"
        + entry
        + "', 0, '"
        + destruction
        + "', '"
        + verdict
        + "', 'made', '"
        + caller.account()
        + "', now())";
  }

  @Override
  public void close() {
    scene.close();
  }
}
