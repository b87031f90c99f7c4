package org.heed.server.report.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.heed.server.report.ReportFile;
import org.heed.server.report.ReportVersion;
import org.heed.server.web.Changed;
import org.heed.server.web.Page;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/** The model of {@code report/versions.jte}: the newest version first. */
public record VersionsPage(Page page, List<ReportVersion> versions) {

  public VersionsPage {
    versions = List.copyOf(versions);
  }

  /**
   * A version beside the one before it.
   *
   * @param facts that changed besides the narrative
   */
  public record Shown(ReportVersion version, Changed narrative, List<Change> facts) {
    public Shown {
      facts = List.copyOf(facts);
    }
  }

  /** A fact that changed. */
  public record Change(String what, String before, String after) {
    /** What only; the rest is personal. */
    @Override
    public String toString() {
      return "Change[" + what + "]";
    }
  }

  /** What is shown, from the newest to the first. */
  public List<Shown> shown() {
    List<Shown> shown = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      ReportFile now = versions.get(i).file();
      if (i == 0) {
        shown.add(new Shown(versions.get(i), Changed.nothing(now.narrative()), List.of()));
      } else {
        ReportFile before = versions.get(i - 1).file();
        shown.add(
            new Shown(
                versions.get(i),
                Changed.of(before.narrative(), now.narrative()),
                changes(before, now)));
      }
    }
    Collections.reverse(shown);
    return shown;
  }

  private static List<Change> changes(ReportFile before, ReportFile now) {
    List<Change> all = new ArrayList<>();
    all.add(new Change("Kind", before.kind().title(), now.kind().title()));
    all.add(new Change("How it came to notice", route(before), route(now)));
    all.add(new Change("Area", Words.title(before.area()), Words.title(now.area())));
    all.add(new Change("Began", moment(before.occurredFrom()), moment(now.occurredFrom())));
    all.add(new Change("Ended", moment(before.occurredTo()), moment(now.occurredTo())));
    all.add(new Change("Reported", moment(before.reportedAt()), moment(now.reportedAt())));
    all.add(new Change("Offence", text(before.offence()), text(now.offence())));
    all.add(new Change("People", people(before), people(now)));
    all.add(new Change("Places, vehicles, phones and accounts", things(before), things(now)));
    all.removeIf(change -> change.before().equals(change.after()));
    return all;
  }

  private static String people(ReportFile file) {
    return file.people().stream()
        .map(one ->
            one.role().title()
                + ": "
                + one.name()
                + (one.dateOfBirth() == null ? "" : ", born " + Words.date(one.dateOfBirth()))
                + (one.age() == null ? "" : ", aged " + one.age()))
        .collect(Collectors.joining("; "));
  }

  private static String things(ReportFile file) {
    String things =
        file.things().stream()
            .map(one ->
                one.kind().title()
                    + ": "
                    + one.written()
                    + (one.detail() == null ? "" : ", " + one.detail()))
            .collect(Collectors.joining("; "));
    return things.isEmpty() ? "None" : things;
  }

  private static String route(ReportFile file) {
    return file.route() == null ? "Not known" : file.route().title();
  }

  private static String moment(@Nullable Instant moment) {
    return moment == null ? "Not known" : Words.dateTime(moment);
  }

  private static String text(@Nullable String text) {
    return Objects.requireNonNullElse(text, "Not known");
  }
}
