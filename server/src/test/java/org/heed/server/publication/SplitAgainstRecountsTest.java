package org.heed.server.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.figures.decompose.Accounting;
import org.heed.figures.recount.Definition.Clock;
import org.heed.figures.recount.Definition.Known;
import org.heed.figures.recount.Definition.Rules;
import org.heed.figures.recount.Definition.Window;
import org.heed.figures.recount.Recount;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.demo.DemoForce;
import org.heed.server.publication.counted.CountedRecord;
import org.heed.server.recognition.RulebookInForce;
import org.heed.server.store.KnownPositions;
import org.heed.server.web.Words;
import org.heed.simulator.ForceParameters;
import org.heed.simulator.Scenario;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The split of a figure, made from counts by features, against recounts of the same record one by
 * one: every definition that lies between the two periods' is counted anew over the facts.
 */
class SplitAgainstRecountsTest {
  private static final LocalDate END = ForceParameters.DEFAULT_END;
  private static final LocalDate ASKED = END.minusMonths(6).plusDays(1);
  private static final int NON_RECENT_DAYS = 500;
  private static final Set<String> NOTICES =
      Set.of(
          "child",
          "third-party",
          "partner-agency",
          "online-referral",
          "found-by-police",
          "not-recorded");
  private static final Set<String> FLAGGED_BY =
      Set.of("officer", "quality-assurance", "prompt", "random-review");

  @Test
  void everyPartOfASplit_isWhatRecountsOfTheFactsMakeIt() throws SQLException {
    check(3, 200);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6, 7, 8})
  @Tag("long")
  void everyPartOfASplit_isWhatRecountsOfTheFactsMakeIt_overForces(long seed) throws SQLException {
    check(seed, 500);
  }

  private static void check(long seed, int size) throws SQLException {
    ForceParameters force =
        new ForceParameters(
            seed,
            size,
            END.minusMonths(14),
            END,
            Scenario.ALL.get((int) (seed % Scenario.ALL.size())));
    RulebookInForce rulebook = RulebookInForce.load(Path.of("../rulebooks/england-wales"));
    try (ServerFixture server = ServerFixture.create()) {
      new DemoForce(server.databases(), server.key(), rulebook, force).load(_ -> {});
      RecordFacts facts = RecordFacts.of(server);
      Recount reports = new Recount(facts.reports());
      Recount crimes = new Recount(facts.crimes());
      Caller analyst = server.someone(Right.FIGURES, Right.PSEUDONYMISED);
      CountedRecord record = CountedRecord.of(server.databases());
      KnownPositions positions = new KnownPositions(server.databases());
      server
          .acts()
          .plain(
              analyst,
              () -> {
                Splitting.Knowledge known =
                    new Splitting.Knowledge(
                        record.readOn(),
                        Counting.position(
                            record, positions.at(END.atStartOfDay(Words.LONDON).toInstant())),
                        Counting.position(
                            record, positions.at(ASKED.atStartOfDay(Words.LONDON).toInstant())),
                        true);
                int moved = 0;
                for (Question question : questions()) {
                  Accounting split =
                      new Splitting(record, question, known, new BitSet()).accounting();
                  Accounting recounted =
                      Accounting.of(
                          split.grouping(),
                          taken -> change(question, steps(taken), known, reports, crimes));
                  assertThat(split).as(question.toString()).isEqualTo(recounted);
                  moved += (int) split.parts().stream().filter(part -> part.share() != 0).count();
                }
                assertThat(moved).as("parts that are not nought").isGreaterThan(size / 20);
                return moved;
              });
    }
  }

  private static List<Question> questions() {
    return List.of(Unit.values()).stream()
        .flatMap(unit ->
            List.of(Definition.ALL, Definition.CSE_FLAGGED).stream()
                .flatMap(definition ->
                    List.of(Dated.RECORDED, Dated.REPORTED).stream()
                        .map(clock ->
                            new Question(
                                unit,
                                definition,
                                null,
                                By.AREA,
                                clock,
                                ASKED,
                                END.minusDays(1),
                                null))))
        .toList();
  }

  private static Set<Step> steps(Set<String> names) {
    Set<Step> steps = new HashSet<>();
    names.forEach(name -> steps.add(Step.valueOf(name)));
    return steps;
  }

  private static long change(
      Question question,
      Set<Step> taken,
      Splitting.Knowledge known,
      Recount reports,
      Recount crimes) {
    boolean now = taken.contains(Step.LATER);
    return count(question, taken, ASKED, END, now ? known.now() : known.askedEnd(), reports, crimes)
        - count(
            question,
            taken,
            question.firstDayBefore(),
            question.lastDayBefore().plusDays(1),
            now ? known.now() : known.beforeEnd(),
            reports,
            crimes);
  }

  private static long count(
      Question question,
      Set<Step> taken,
      LocalDate from,
      LocalDate to,
      long position,
      Recount reports,
      Recount crimes) {
    boolean inUnit = taken.contains(Step.UNIT);
    boolean flagged = question.definition() == Definition.CSE_FLAGGED;
    org.heed.figures.recount.Definition definition =
        new org.heed.figures.recount.Definition(
            new Window(from, to, position),
            question.clock() == Dated.RECORDED ? Clock.RECORDED : Clock.REPORTED,
            new Known.At(position),
            new Rules("in force", Set.of(RecordFacts.APART), NON_RECENT_DAYS),
            flagged,
            question.unit() == Unit.CRIMES && !taken.contains(Step.CANCELLED),
            taken.contains(Step.NON_RECENT),
            Set.of(),
            flagged
                ? without(
                    FLAGGED_BY,
                    taken,
                    Map.of(
                        Step.QUALITY_ASSURANCE, "quality-assurance",
                        Step.PROMPT, "prompt",
                        Step.RANDOM_REVIEW, "random-review"))
                : Set.of(),
            without(
                NOTICES,
                taken,
                Map.of(
                    Step.THIRD_PARTY, "third-party",
                    Step.PARTNER_AGENCY, "partner-agency",
                    Step.ONLINE_REFERRAL, "online-referral",
                    Step.FOUND_BY_POLICE, "found-by-police")),
            !inUnit
                ? org.heed.figures.recount.Definition.Unit.REPORTS
                : switch (question.unit()) {
                  case REPORTS -> org.heed.figures.recount.Definition.Unit.REPORTS;
                  case CRIMES -> org.heed.figures.recount.Definition.Unit.CRIMES;
                  case CHILDREN -> org.heed.figures.recount.Definition.Unit.CHILDREN;
                  case SUSPECTS -> org.heed.figures.recount.Definition.Unit.SUSPECTS;
                });
    return (inUnit && question.unit() == Unit.CRIMES ? crimes : reports).count(definition);
  }

  private static Set<String> without(Set<String> all, Set<Step> taken, Map<Step, String> steps) {
    Set<String> left = new HashSet<>(all);
    steps.forEach((step, name) -> {
      if (!taken.contains(step)) {
        left.remove(name);
      }
    });
    return left;
  }
}
