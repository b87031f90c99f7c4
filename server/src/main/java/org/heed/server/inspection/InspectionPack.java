package org.heed.server.inspection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.heed.figures.review.Estimate;
import org.heed.figures.sampling.Frame;
import org.heed.server.web.CsvText;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * An inspection in one archive, for whoever checks it elsewhere: the frame and the draw's record,
 * grades, results, standards and recommendations, with checksums. Cases stand in it by identifier
 * and graders by part; no reason or passage is in it, since these are of people. What has to change
 * and who answers for it stand in it as they were typed. The same inspection at the same stage
 * gives the same bytes to those to whom the same cases are open; it says how many graded cases are
 * left out.
 */
final class InspectionPack {
  private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private static final String FILES =
      """
      An inspection, without a child's or a grader's name and without a word of a case.

      frame.tsv            every case that could be drawn, and its stratum; its SHA-256 is in design.csv
      design.csv           what the cases were chosen by
      strata.csv           how many cases each stratum has, and how many were drawn
      sample.csv           the cases that were graded, in their order
      criteria.csv         what was graded, and by which standards' clocks
      grades.csv           what each part gave; first_grade is what it was before it was corrected
      settled.csv          the grades that count
      results.csv          the share that is not good enough, by criterion
      shares.csv           the share that has each grade
      agreement.csv        how far the inspectors agreed, before anything was settled
      self-grades.csv      where the force's own grades lie beside those that count
      standards.csv        every standard over the cases of the frame, beside the grades
      evidence.csv         every standard in each of these cases
      disagreements.csv    cases in which people and clocks say different things
      recommendations.csv  what has to change and who answers for it, as they were typed: read it
                           before you pass it on
      SHA256SUMS           checks all of these: sha256sum -c SHA256SUMS

      """;

  private static final String OF_A_DRAW =
      """
      To draw again: put the seed, a tab and a case's identifier into sha256sum. The smallest
      numbers of a stratum are its sample, in that order.

      Shares are of the frame, each stratum by its size; limits are at 95%, exact within a stratum.
      A case without a grade that counts may have any, which widens them.
      """;

  private static final String OF_A_LIST =
      """
      Heed drew none of the cases: they are a list that was chosen elsewhere, in its order.
      design.csv says where it is from, as it was typed. There is no seed and no weight.

      Shares are of the cases of the list alone. Their limits are how far cases without a grade
      that counts can move them; nothing follows from them for the frame.
      """;

  private static final String LEFT_OUT =
      """
       closed to whoever took this archive, and in
      no grade, share, count or measure in it. Somebody to whom they are open takes another archive,
      with other checksums.
      """;

  private final SortedMap<String, String> files = new TreeMap<>();
  private final Inspection inspection;

  InspectionPack(
      InspectionResult result,
      Grades grades,
      Frame frame,
      Map<UUID, CaseEvidence> evidence,
      List<InspectionAction> actions,
      String standardsOf) {
    this.inspection = result.inspection();
    files.put("frame.tsv", frame.lines());
    files.put("design.csv", design(result.leftOut(), standardsOf));
    files.put("strata.csv", strata());
    files.put("sample.csv", sample());
    files.put("criteria.csv", criteria());
    files.put("grades.csv", grades(grades));
    files.put("settled.csv", settled(grades));
    files.put("results.csv", results(result));
    files.put("shares.csv", shares(result));
    files.put("agreement.csv", agreement(result));
    files.put("self-grades.csv", self(result));
    files.put("standards.csv", standards(result));
    files.put("evidence.csv", evidence(evidence));
    files.put("disagreements.csv", disagreements(result));
    files.put("recommendations.csv", recommendations(actions));
    files.put("README.txt", readMe(result.leftOut()));
  }

  private String design(int leftOut, String standardsOf) {
    CsvText csv = new CsvText("what", "value");
    FrameQuestion question = inspection.frame();
    csv.row("inspection", inspection.id());
    csv.row("title", inspection.title());
    csv.row("criteria", inspection.criteria());
    csv.row("rulebook", inspection.rulebook());
    csv.row("standards_rulebook", standardsOf);
    csv.row("opened_since", question.since());
    csv.row("opened_before", question.until());
    csv.row("area", question.area());
    csv.row("strata_by", question.strata().code());
    if (!question.protection().isEmpty()) {
      csv.row("protection_areas", question.protection().said());
    }
    csv.row("known_at", question.known().moment());
    csv.row("known_position", question.known().position());
    csv.row("frame_sha256", inspection.frameHash());
    csv.row("seed", inspection.isBrought() ? null : inspection.seed());
    if (inspection.isBrought()) {
      csv.row("list_from", inspection.origin());
    }
    csv.row("parts", Part.codes(inspection.parts()));
    csv.row("scale", String.join(" < ", inspection.scale().ids()));
    csv.row("good_enough", inspection.scale().goodEnough());
    csv.row("graded_cases_left_out", leftOut);
    return csv.text();
  }

  private String strata() {
    CsvText csv = new CsvText("stratum", "population", "drawn", "weight");
    inspection
        .strata()
        .forEach(one ->
            csv.row(
                one.name(),
                one.population(),
                one.drawn(),
                one.drawn() == 0 || inspection.isBrought()
                    ? null
                    : number((double) one.population() / one.drawn())));
    return csv.text();
  }

  private String sample() {
    CsvText csv = new CsvText("place", "case", "stratum");
    inspection.cases().forEach(one -> csv.row(one.place(), one.caseFile(), one.stratum()));
    return csv.text();
  }

  private String criteria() {
    CsvText csv = new CsvText("criterion", "title", "unit", "standards");
    inspection
        .graded()
        .forEach(one ->
            csv.row(
                one.id(),
                one.title(),
                one.ofTheForce() ? "force" : "case",
                String.join(" ", one.standards().stream().sorted().toList())));
    return csv.text();
  }

  private String grades(Grades grades) {
    CsvText csv = new CsvText("place", "part", "criterion", "grade", "first_grade", "passages");
    for (Inspection.Drawn drawn : inspection.cases()) {
      for (Part part : Part.values()) {
        grades
            .grading(drawn.caseFile(), part)
            .ifPresent(
                one -> rows(csv, Integer.toString(drawn.place()), inspection.ofCases(), one));
      }
    }
    for (Part part : Part.values()) {
      grades.grading(null, part).ifPresent(one -> rows(csv, "force", inspection.ofTheForce(), one));
    }
    return csv.text();
  }

  private static void rows(
      CsvText csv, String place, List<Inspection.Criterion> criteria, Grading grading) {
    for (Inspection.Criterion criterion : criteria) {
      grading
          .current(criterion.id())
          .ifPresent(given ->
              csv.row(
                  place,
                  grading.part().code(),
                  criterion.id(),
                  given.grade(),
                  grading.at(criterion.id(), grading.at()).map(Grading.Given::grade).orElse(""),
                  grading.passages().stream()
                      .filter(one -> one.criterion().equals(criterion.id()))
                      .count()));
    }
  }

  private String settled(Grades grades) {
    CsvText csv = new CsvText("place", "criterion", "grade", "settled_in_the_open");
    for (Inspection.Drawn drawn : inspection.cases()) {
      for (Inspection.Criterion criterion : inspection.ofCases()) {
        grades
            .settled(inspection, drawn.caseFile(), criterion.id())
            .ifPresent(grade ->
                csv.row(
                    drawn.place(),
                    criterion.id(),
                    grade,
                    grades.resolution(drawn.caseFile(), criterion.id()).isPresent()));
      }
    }
    return csv.text();
  }

  private static String results(InspectionResult result) {
    CsvText csv =
        new CsvText("criterion", "wanting", "settled", "share", "lower", "upper", "standard_error");
    for (InspectionResult.OfCriterion one : result.criteria()) {
      csv.row(
          one.criterion().id(),
          one.wanting(),
          one.settled(),
          number(one.share().value()),
          number(one.share().interval().lower()),
          number(one.share().interval().upper()),
          number(one.isAlike() ? Double.NaN : one.standardError()));
    }
    return csv.text();
  }

  private static String shares(InspectionResult result) {
    CsvText csv = new CsvText("grade", "cases", "share", "lower", "upper");
    result
        .grades()
        .forEach(one ->
            csv.row(
                one.title(),
                one.cases(),
                number(one.share().value()),
                number(one.share().interval().lower()),
                number(one.share().interval().upper())));
    return csv.text();
  }

  private String agreement(InspectionResult result) {
    CsvText csv = new CsvText("criterion", "graders", "measure", "value", "lower", "upper");
    for (InspectionResult.OfCriterion one : result.criteria()) {
      one.agreement()
          .ifPresent(told -> {
            measure(csv, one, told, "same-percent", told.same());
            measure(csv, one, told, told.graders() == 2 ? "cohen" : "fleiss", told.kappa());
            measure(csv, one, told, "weighted-kappa", told.weighted());
            measure(csv, one, told, "krippendorff-alpha", told.alpha());
          });
    }
    return csv.text();
  }

  private void measure(
      CsvText csv,
      InspectionResult.OfCriterion one,
      InspectorAgreement told,
      String measure,
      Estimate value) {
    if (!Double.isNaN(value.value())) {
      csv.row(
          one.criterion().id(),
          told.graders(),
          measure,
          number(value.value()),
          number(isSure(value) ? Double.NaN : limit(value.interval().lower())),
          number(isSure(value) ? Double.NaN : limit(value.interval().upper())));
    }
  }

  /** Limits of no width, of cases that are all alike: they would claim to be sure. */
  private static boolean isSure(Estimate value) {
    return value.interval().upper() - value.interval().lower() < 1e-9;
  }

  private String self(InspectionResult result) {
    CsvText csv =
        new CsvText("criterion", "better", "alike", "worse", "share_better", "lower", "upper");
    for (InspectionResult.OfCriterion one : result.criteria()) {
      one.self()
          .ifPresent(told ->
              csv.row(
                  one.criterion().id(),
                  told.higher(),
                  told.same(),
                  told.lower(),
                  number(told.share().value()),
                  number(limit(told.share().interval().lower())),
                  number(limit(told.share().interval().upper()))));
    }
    return csv.text();
  }

  private String standards(InspectionResult result) {
    CsvText csv =
        new CsvText(
            "standard",
            "title",
            "asked",
            "missed",
            "late",
            "wanting_where_missed",
            "graded_where_missed",
            "wanting_elsewhere",
            "graded_elsewhere",
            "difference",
            "lower",
            "upper");
    for (Population.OfStandard one : result.population().standards()) {
      csv.row(
          one.id(),
          one.title(),
          one.asked(),
          one.missed(),
          one.late(),
          one.wanting(),
          one.gradedMissed(),
          one.otherWanting(),
          one.gradedOther(),
          number(limit(one.difference().value())),
          number(limit(limitOf(one.difference(), one.difference().interval().lower()))),
          number(limit(limitOf(one.difference(), one.difference().interval().upper()))));
    }
    return csv.text();
  }

  private String evidence(Map<UUID, CaseEvidence> evidence) {
    CsvText csv = new CsvText("place", "standard", "state");
    for (Inspection.Drawn drawn : inspection.cases()) {
      CaseEvidence of = evidence.get(drawn.caseFile());
      if (of != null) {
        of.standards().forEach((id, one) -> csv.row(drawn.place(), id, one.word()));
      }
    }
    return csv.text();
  }

  private static String disagreements(InspectionResult result) {
    CsvText csv = new CsvText("place", "grade", "good_enough", "standards_missed");
    for (Population.Disagrees one : result.population().disagree()) {
      csv.row(one.drawn().place(), one.grade(), !one.wanting(), String.join("; ", one.missed()));
    }
    return csv.text();
  }

  private static String recommendations(List<InspectionAction> actions) {
    CsvText csv = new CsvText("kind", "says", "owner", "due_on", "open", "last_said");
    for (InspectionAction one : actions) {
      csv.row(
          one.kind().code(),
          one.says(),
          one.owner(),
          one.dueOn(),
          one.isOpen(),
          one.states().isEmpty() ? null : one.states().getLast().act().code());
    }
    return csv.text();
  }

  private String readMe(int leftOut) {
    return FILES
        + (inspection.isBrought() ? OF_A_LIST : OF_A_DRAW)
        + (leftOut == 0
            ? ""
            : "\n" + Words.count(leftOut, "graded case is", "graded cases are") + LEFT_OUT);
  }

  /** A limit beyond the cases themselves; none of a list that was chosen elsewhere. */
  private double limit(double value) {
    return inspection.isBrought() ? Double.NaN : value;
  }

  private static @Nullable String number(double value) {
    return Double.isNaN(value) ? null : String.format(Locale.ROOT, "%.6f", value);
  }

  /** A limit, where there is a value at all. */
  private static double limitOf(Estimate told, double limit) {
    return Double.isNaN(told.value()) ? Double.NaN : limit;
  }

  /** The files by name. */
  Map<String, String> files() {
    SortedMap<String, String> all = new TreeMap<>(files);
    StringBuilder sums = new StringBuilder();
    files.forEach((name, text) -> sums.append(sha256(text)).append("  ").append(name).append('\n'));
    all.put("SHA256SUMS", sums.toString());
    return all;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The archive. */
  byte[] zip() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files().entrySet()) {
        ZipEntry entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
