package org.heed.server.safeguarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heed.rulebook.Standard;
import org.junit.jupiter.api.Test;

/** Whatever standards run by comes from somewhere: the record makes it, or a person records it. */
class FactKindsTest {
  private static final Path SOURCES = Path.of("src", "main", "java");

  private static String sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("CaseEventKinds.java"))
          .map(FactKindsTest::read)
          .collect(Collectors.joining("\n"));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kinds by which sources of facts make them, in Java or in SQL. */
  private static boolean makes(String sources, String kind) {
    return sources.contains('"' + kind + '"')
        || sources.contains("'" + kind + "'")
        || (kind.startsWith("case-graded-") && sources.contains("'case-graded-' || f.grade"));
  }

  @Test
  void kindThatAPersonMayNotRecord_isMadeByTheRecord() throws IOException {
    String sources = sources();
    assertThat(CaseEventKinds.OF_THE_RECORD)
        .filteredOn(kind -> !kind.startsWith("closure-taken") && !kind.equals("closure-proposed"))
        .allSatisfy(kind -> assertThat(makes(sources, kind)).as(kind).isTrue());
    assertThat(Stream.of(CaseAct.values()).map(CaseAct::code))
        .contains("closure-proposed", "closure-taken-back");
  }

  @Test
  void everyKindOfAStandard_isMadeOrMayBeRecorded() {
    Set<String> named =
        CaseScene.RULEBOOK.rulebook().standards().stream()
            .flatMap(Standard::kinds)
            .collect(Collectors.toSet());
    Set<String> there = new HashSet<>(CaseEventKinds.OF_THE_RECORD);
    there.addAll(new CaseEventKinds(CaseScene.RULEBOOK).all().keySet());

    assertThat(there).containsAll(named);
    assertThat(named).containsAll(CaseEventKinds.OF_THE_RECORD);
  }

  @Test
  void whoseItIs_isAskedOfWhatMeetsAClockOfOneOfSeveral() {
    CaseEventKinds kinds = new CaseEventKinds(CaseScene.RULEBOOK);
    assertThat(
            List.of("suspect-interviewed", "suspect-not-interviewed", "victim-told", "child-seen"))
        .allMatch(kinds::asksWhose);
    assertThat(List.of("supervisor-reviewed", "strategy-meeting-held", "suspect-arrested"))
        .noneMatch(kinds::asksWhose);
  }

  @Test
  void whatTheRecordKnowsOfChargesGroupsAndReferrals_itMakes() throws IOException {
    String sources = sources();
    assertThat(
            List.of(
                "suspect-charged",
                "no-further-action",
                "group-evaluated",
                "referral-accepted",
                "referral-withdrawn",
                "strategy-discussion-held",
                "emergency-discussion-held"))
        .allSatisfy(kind -> assertThat(makes(sources, kind)).as(kind).isTrue());
  }
}
