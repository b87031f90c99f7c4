package org.heed.server.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;
import org.heed.server.store.KnownAt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Reports put right by people. An amendment is a new version with a reason; the versions before it
 * stay, and can be read. What the source sent last is still known, so that the source sending it
 * again does not undo the amendment.
 */
@Service
public class Amendments {
  private static final int LONGEST_REASON = 10_000;

  private final Acts acts;
  private final AmendmentStore store;
  private final ReportFiles files;
  private final ReportDesk desk;

  public Amendments(Acts acts, AmendmentStore store, ReportFiles files, ReportDesk desk) {
    this.acts = acts;
    this.store = store;
    this.files = files;
    this.desk = desk;
  }

  /** Opens a report in order to amend it. */
  public ReportFile open(Caller caller, UUID report) {
    caller.require(Right.RECORD);
    return acts.look(
        caller,
        "report.opened",
        "amend-report",
        () -> Acts.Seen.one(files.find(report, KnownAt.NOW).orElseThrow(Amendments::none), report));
  }

  /** Every version of a report, from the first. */
  public List<ReportVersion> history(Caller caller, UUID report) {
    return acts.look(
        caller,
        "report.versions-opened",
        "read-report",
        () -> {
          List<ReportFile> all = files.list(report);
          if (all.isEmpty()) {
            throw none();
          }
          Map<Integer, AmendmentStore.Written> written = store.written(report);
          List<ReportVersion> versions = new ArrayList<>();
          for (ReportFile file : all) {
            AmendmentStore.Written by = written.get(file.version());
            if (by != null) {
              versions.add(new ReportVersion(file, by.at(), by.author(), by.reason()));
            }
          }
          return Acts.Seen.one(List.copyOf(versions), report);
        });
  }

  /**
   * Adds a version to a report.
   *
   * @return the version it makes
   * @throws Refused where somebody amended it since it was read, or nothing is changed
   */
  public int amend(Caller caller, UUID report, Amendment amendment) {
    caller.require(Right.RECORD);
    if (amendment.reason().isBlank()) {
      throw invalid("Give a reason.");
    }
    if (amendment.reason().length() > LONGEST_REASON) {
      throw invalid("The reason is longer than " + LONGEST_REASON + " characters.");
    }
    return acts.change(
        caller,
        "report.amended",
        act -> {
          AmendmentStore.Current now = store.current(report).orElseThrow(Amendments::none);
          if (now.version() != amendment.version()) {
            throw new Refused(
                Refused.Code.CONFLICT,
                "Somebody amended this report after you opened it. Open it again, and see whether"
                    + " what you meant to change still holds.");
          }
          if (amendment.people().isEmpty() && !now.people().isEmpty()) {
            throw invalid("The report speaks of people: leave one at least.");
          }
          NewReport content = amended(now, amendment);
          if (ContentHash.of(content).equals(ContentHash.of(now.content()))) {
            throw invalid("Nothing is changed.");
          }
          int version = now.version() + 1;
          desk.addVersion(act, report, version, content, now.sent());
          return version;
        });
  }

  private static NewReport amended(AmendmentStore.Current now, Amendment amendment) {
    NewReport before = now.content();
    return new NewReport(
        before.source(),
        before.reference(),
        amendment.kind(),
        amendment.route(),
        before.area(),
        amendment.narrative(),
        amendment.occurredFrom(),
        amendment.occurredTo(),
        amendment.reportedAt(),
        before.recordedAt(),
        before.offence(),
        before.grading(),
        before.sourceSystem(),
        before.policingPurpose(),
        before.reviewOn(),
        amendment.reason(),
        amendment.people().stream().map(person -> kept(now, person)).toList(),
        things(now, amendment));
  }

  /** Nothing is said where nothing was and nothing is. */
  private static @Nullable List<NewThing> things(AmendmentStore.Current now, Amendment amendment) {
    if (amendment.things().isEmpty() && now.content().things() == null) {
      return null;
    }
    return amendment.things().stream()
        .map(thing -> {
          NewThing was = thing.was() == null ? null : now.things().get(thing.was());
          NewThing said = thing.said();
          return was == null || was.kind() != said.kind()
              ? said
              : new NewThing(said.kind(), said.written(), said.detail(), was.sourceKey());
        })
        .toList();
  }

  /** What is said now, with what only the earlier version says. */
  private static NewMention kept(AmendmentStore.Current now, Amendment.Person person) {
    NewMention said = person.said();
    NewMention was = person.was() == null ? null : now.people().get(person.was());
    if (was == null) {
      return said;
    }
    return new NewMention(
        said.role(),
        said.givenName(),
        said.familyName(),
        said.dateOfBirth(),
        said.statedAge(),
        was.sex(),
        was.ethnicity(),
        was.ethnicityBasis(),
        was.nationality(),
        was.sourceKey());
  }

  private static Refused none() {
    return new Refused(Refused.Code.NOT_FOUND, "There is no such report open to you.");
  }

  private static Refused invalid(String sentence) {
    return new Refused(Refused.Code.INVALID, sentence);
  }
}
