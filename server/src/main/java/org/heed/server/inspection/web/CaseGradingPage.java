package org.heed.server.inspection.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heed.server.inspection.Gradings;
import org.heed.server.inspection.Inspection;
import org.heed.server.report.ReportFile;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.safeguarding.CaseStory;
import org.heed.server.safeguarding.ClockRow;
import org.heed.server.web.Fact;
import org.heed.server.web.Page;
import org.heed.server.web.Words;

/** The model of {@code inspection/case.jte}: a case drawn, beside what it is graded by. */
public record CaseGradingPage(Page page, Gradings.Opened opened, Map<String, String> typed) {

  public Inspection inspection() {
    return opened.inspection();
  }

  public CaseFile file() {
    return opened.view().file();
  }

  public String address() {
    return "/inspections/" + inspection().id() + "/cases/" + file().id();
  }

  /** Whether the asker is to grade it now. */
  public boolean isMine() {
    return opened.part().isPresent() && !opened.isGraded();
  }

  public List<GradeRow> rows() {
    return inspection().ofCases().stream()
        .map(one -> new GradeRow(inspection(), file().id(), one, opened.grades(), typed))
        .toList();
  }

  public List<Fact> facts() {
    return List.of(
        Fact.of("Number", file().number()),
        Fact.of("Drawn", opened.drawn().place() + " of " + inspection().cases().size()),
        Fact.of("Area", Words.title(file().area())),
        Fact.of("Opened", Words.date(file().openedAt())),
        Fact.of("Why", file().reason()));
  }

  /** The report that a link means, where it is open to the asker. */
  public List<ReportFile> narratives(UUID report) {
    return opened.reports().stream().filter(one -> one.id().equals(report)).toList();
  }

  /** When it was known so. */
  public Instant known() {
    return Objects.requireNonNull(inspection().frame().known().moment());
  }

  /** What happened in it, newest first. */
  public List<CaseStory.Item> story() {
    return CaseStory.of(opened.view());
  }

  /** The clocks that are evidence for a criterion, those that ran. */
  public List<ClockRow> evidence(GradeRow row) {
    Set<String> standards = row.criterion().standards();
    return clocks().stream().filter(one -> standards.contains(one.id())).toList();
  }

  /** Clocks that are evidence for no criterion of their own. */
  public List<ClockRow> otherEvidence() {
    Set<String> named =
        inspection().graded().stream()
            .flatMap(one -> one.standards().stream())
            .collect(Collectors.toSet());
    return clocks().stream().filter(one -> !named.contains(one.id())).toList();
  }

  private List<ClockRow> clocks() {
    List<ClockRow> rows = new ArrayList<>();
    opened
        .view()
        .clocks()
        .forEach(one -> rows.add(new ClockRow(one, opened.view().members(), known())));
    return rows.stream().filter(ClockRow::applies).toList();
  }

  /** Whether a form was sent back with mistakes in this field. */
  public boolean wrong(String field) {
    return page.errors().message(field) != null;
  }

  public String typed(String field) {
    return typed.getOrDefault(field, "");
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "CaseGradingPage[" + file().id() + "]";
  }
}
