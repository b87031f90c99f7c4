package org.heed.server.dossier.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.heed.server.access.Right;
import org.heed.server.dossier.Dossier;
import org.heed.server.recognition.StoredReading.StoredPrompt;
import org.heed.server.report.ReportFile;
import org.heed.server.review.DecidedFlag;
import org.heed.server.tellus.Inbox;
import org.heed.server.tellus.Message;
import org.heed.server.web.Column;
import org.heed.server.web.Fact;
import org.heed.server.web.Marked;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/**
 * The model of {@code dossier/report.jte}.
 *
 * @param told the messages that it was made of or that were joined to it, for those who handle
 *     messages
 * @param contacts what was told of it, whom one can contact
 */
public record ReportPage(
    Page page,
    Dossier dossier,
    String knownOn,
    Set<Right> may,
    List<Message.Standing> told,
    List<Inbox.Told> contacts) {

  public ReportPage {
    may = Set.copyOf(may);
    told = List.copyOf(told);
    contacts = List.copyOf(contacts);
  }

  /** Whether the asker may decide: on the record as it is now. */
  public boolean mayFlag() {
    return knownOn.isBlank() && may.contains(Right.REVIEW);
  }

  /** Whether the asker may say whom a mention means: of the record as it is now. */
  public boolean mayLink() {
    return knownOn.isBlank() && may.contains(Right.PEOPLE);
  }

  /** Whether the asker may record a crime: of the record as it is now. */
  public boolean mayRecordCrime() {
    return knownOn.isBlank() && may.contains(Right.CRIME);
  }

  /** Whether the asker may amend it: as it is now. */
  public boolean mayAmend() {
    return knownOn.isBlank() && may.contains(Right.RECORD);
  }

  /** Whether the asker may attach files to it: as it is now. */
  public boolean mayAttach() {
    return knownOn.isBlank() && (may.contains(Right.RECORD) || may.contains(Right.REVIEW));
  }

  /** Whether the asker may open a case from it. */
  public boolean mayOpenCase() {
    return seesCases() && dossier.mayLeadToACase();
  }

  /** What is said where no case is about it. */
  public String noCase() {
    return !mayOpenCase()
        ? "No case is about this report."
        : dossier.flags().isEmpty()
            ? "It asks for help, and nobody has opened a case."
            : switch (dossier.flags().getFirst().decision()) {
              case "yes" -> "It was decided yes, and nobody has opened a case.";
              case "no" ->
                  "It was decided no, and nobody has opened a case. A no never ends safeguarding.";
              default -> "More was asked for, and nobody has opened a case.";
            };
  }

  /** Whether the asker sees what was made of it: an agency of its own report does not. */
  public boolean seesDecisions() {
    return may.contains(Right.READ) || !may.contains(Right.READ_AGENCY);
  }

  /** Whether the asker works on cases. */
  public boolean seesCases() {
    return knownOn.isBlank() && may.contains(Right.CASES);
  }

  /** Whether the asker may restrict it, or lift a restriction. */
  public boolean mayRestrict() {
    return knownOn.isBlank() && may.contains(Right.RESTRICT);
  }

  /** Whether the asker may say that it must be kept. */
  public boolean mayHold() {
    return mayRestrict() || mayDestroy();
  }

  /** Whether the asker may propose that it be destroyed. */
  public boolean mayDestroy() {
    return knownOn.isBlank() && may.contains(Right.DESTROY);
  }

  /** The columns of the people it speaks of. */
  public List<Column> peopleColumns() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.of("Role"));
    columns.add(Column.of("Name"));
    columns.add(Column.number("Age then"));
    if (mayLink()) {
      columns.add(Column.of("Person"));
    }
    return columns;
  }

  /** The columns of the places, vehicles, phones and accounts it speaks of. */
  public List<Column> thingColumns() {
    List<Column> columns = new ArrayList<>(List.of(Column.of("What"), Column.of("As written")));
    if (mayLink()) {
      columns.add(Column.of("Meant"));
    }
    return columns;
  }

  public ReportFile report() {
    return dossier.report();
  }

  /** The narrative with what was read in it. */
  public Marked narrative() {
    return MarkedNarrative.of(dossier);
  }

  /** What a re-read asks of somebody about it, and by when. */
  public Optional<NewlyPrompted> newlyPrompted() {
    return NewlyPrompted.of(dossier);
  }

  /** Why it prompts. */
  public List<StoredPrompt> prompts() {
    return dossier.reading().map(reading -> reading.prompts()).orElse(List.of());
  }

  /** Whose clocks and classification these are, in rows. */
  public List<Fact> facts() {
    ReportFile report = report();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Kind", report.kind().title()));
    facts.add(Fact.of("Source", report.source() + ", " + report.reference()));
    facts.add(Fact.of("Area", Words.title(report.area())));
    facts.add(
        Fact.of("How it came to notice", report.route() == null ? "" : report.route().title()));
    facts.add(Fact.of("Happened", happened(report)));
    facts.add(
        Fact.of(
            "Reported", report.reportedAt() == null ? "" : Words.dateTime(report.reportedAt())));
    String recorded = Words.dateTime(report.recordedAt());
    facts.add(
        Fact.of(
            "Recorded",
            report.sourceSystem() == null
                ? recorded
                : recorded + " (by the clock of " + report.sourceSystem() + ")"));
    if (report.offence() != null) {
      facts.add(Fact.of("Offence", report.offence()));
    }
    dossier.operation().ifPresent(name -> facts.add(Fact.of("Operation", name)));
    if (report.grading() != null) {
      facts.add(Fact.of("Grading", report.grading()));
    }
    return facts;
  }

  private static String happened(ReportFile report) {
    if (report.occurredFrom() == null) {
      return report.occurredTo() == null ? "" : "by " + Words.dateTime(report.occurredTo());
    }
    String from = Words.dateTime(report.occurredFrom());
    return report.occurredTo() == null || report.occurredTo().equals(report.occurredFrom())
        ? from
        : from + " to " + Words.dateTime(report.occurredTo());
  }

  /** A decision in words. */
  public static String decision(DecidedFlag flag) {
    return switch (flag.decision()) {
      case "yes" -> "Yes: child sexual exploitation";
      case "no" -> "No" + (flag.instead() == null ? "" : ": " + flag.instead());
      default -> "More is needed";
    };
  }

  /** Who decided, where that may be seen. */
  public String decider(DecidedFlag flag) {
    return flag.decidedBy().map(id -> dossier.names().getOrDefault(id, "")).orElse("");
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "ReportPage[" + report().id() + "]";
  }
}
