package org.heed.server.demo;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.disclosure.CasePapers;
import org.heed.server.disclosure.GapReason;
import org.heed.server.disclosure.PaperStore;
import org.heed.server.disclosure.Redactor;
import org.heed.server.disclosure.ScheduleStore;
import org.heed.server.disclosure.Schedules;
import org.heed.server.document.Document.StateAct;
import org.heed.server.document.DocumentHolder;
import org.heed.server.document.DocumentSettings;
import org.heed.server.document.DocumentStore;
import org.heed.server.document.Documents;
import org.heed.server.document.FileName;
import org.heed.server.document.NewDocument;
import org.heed.server.document.Scanner;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.report.ReportFiles;
import org.heed.server.safeguarding.CaseClocks;
import org.heed.server.safeguarding.CaseFiles;
import org.heed.server.safeguarding.CaseRole;
import org.heed.server.safeguarding.CaseStore;
import org.heed.server.safeguarding.CaseViews;
import org.heed.server.safeguarding.ChildRecords;
import org.heed.server.safeguarding.MeetingStore;
import org.heed.server.safeguarding.PlanStore;
import org.heed.server.store.Acts;
import org.heed.server.store.Databases;
import org.heed.server.store.IdSource;
import org.heed.server.store.KnownPositions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files of the case that was opened last in the demonstration's borough, and a pack of it. */
final class DemoDocuments {
  private final ReplayClock clock = new ReplayClock();
  private final Acts acts;
  private final JdbcClient sql;
  private final Documents documents;
  private final CasePapers papers;
  private final Schedules schedules;
  private final Caller by;
  private final Instant now;

  /**
   * @param by who attaches them
   * @param now the present
   */
  DemoDocuments(Databases databases, RulebookInForce rulebook, Caller by, Instant now) {
    this.acts = new Acts(databases, clock, IdSource.secure(clock));
    this.sql = JdbcClient.create(databases.app());
    KnownPositions positions = new KnownPositions(databases);
    CaseStore cases = new CaseStore(databases);
    CaseViews views =
        new CaseViews(
            acts,
            positions,
            new CaseFiles(acts, positions, cases),
            cases,
            new PlanStore(databases),
            new MeetingStore(databases),
            new CaseClocks(rulebook, List.of(), new ChildRecords(databases), clock),
            clock);
    this.documents =
        new Documents(
            acts,
            views,
            new ReportFiles(databases),
            new DocumentStore(databases),
            Scanner.NONE,
            DocumentSettings.usual());
    this.papers =
        new CasePapers(acts, views, new ReportFiles(databases), new PaperStore(databases));
    this.schedules = new Schedules(acts, papers, new ScheduleStore(databases), positions);
    this.by = by;
    this.now = now;
    clock.set(now);
  }

  void load() {
    newest()
        .ifPresent(id -> {
          attached(id);
          packed(id);
          sensitive(id);
        });
  }

  private Optional<UUID> newest() {
    return acts.plain(
        by,
        () ->
            sql.sql(
                    """
                    select c.id from record.case_file c where c.area = :area
                    order by c.opened_at desc, c.id limit 1
                    """)
                .param("area", DemoCases.AREA)
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional());
  }

  private void attached(UUID id) {
    Spoken child = acts.plain(by, () -> Spoken.ofCase(sql, id));
    attach(
        id,
        Duration.ofDays(6),
        "Hotel register, two nights.csv",
        "The hotel’s register for the two nights, from its manager",
        """
        night,room,paid by,car
        Friday,14,card ending 0042,grey hatchback
        Saturday,14,cash,grey hatchback
        """);
    attach(
        id,
        Duration.ofDays(4),
        "School note.txt",
        child.says("What {hers} form tutor wrote down after {she} spoke with them"),
        child.says(
            "{She} was tired and asked to stay in at break. A grey car waited at the gate; {she} said"
                + " {she} had to go with the driver.\n"));
    UUID wrong =
        attach(
            id,
            Duration.ofDays(3),
            "Minutes.txt",
            "Minutes of the strategy discussion",
            "Minutes of another child’s meeting.\n");
    documents.state(
        by,
        DocumentHolder.ofCase(id),
        wrong,
        StateAct.WITHDRAWN,
        "These are another child’s minutes.");
  }

  /** A pack for a meeting, without the names of anybody but the child. */
  private void packed(UUID id) {
    clock.set(now.minus(Duration.ofDays(2)));
    CasePapers.Offer offer = papers.offer(by, id);
    papers.make(
        by,
        id,
        new CasePapers.NewPack(
            "For the chair of the multi-agency panel",
            offer.offered().stream()
                .map(one -> new CasePapers.Chosen(one, Set.of(), GapReason.SAFETY))
                .toList(),
            offer.view().file().people().stream()
                .filter(one -> one.role() != CaseRole.CHILD)
                .map(one -> Redactor.Phrase.of(one.name(), GapReason.THIRD_PARTY))
                .toList()));
  }

  private void sensitive(UUID id) {
    schedules.open(by, id).entries().stream()
        .filter(one -> one.item().description().contains("School note"))
        .findFirst()
        .ifPresent(one ->
            schedules.decide(
                by,
                id,
                one.item().key(),
                true,
                "It would tell who at the school speaks with the police, who would stop."));
  }

  private UUID attach(UUID id, Duration ago, String name, String says, String content) {
    clock.set(now.minus(ago));
    return documents.attach(
        by,
        DocumentHolder.ofCase(id),
        new NewDocument(FileName.of(name), says, content.getBytes(StandardCharsets.UTF_8)));
  }
}
