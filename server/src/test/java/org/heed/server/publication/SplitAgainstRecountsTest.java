package org.heed.server.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.heed.figures.decompose.Accounting;
import org.heed.figures.recount.Definition.Clock;
import org.heed.figures.recount.Definition.Known;
import org.heed.figures.recount.Definition.Rules;
import org.heed.figures.recount.Definition.Window;
import org.heed.figures.recount.History;
import org.heed.figures.recount.Recount;
import org.heed.figures.recount.RecountedCrime;
import org.heed.figures.recount.Standing;
import org.heed.figures.recount.Told;
import org.heed.rulebook.OffenceClass;
import org.heed.rulebook.Rulebook;
import org.heed.server.ServerFixture;
import org.heed.server.access.Caller;
import org.heed.server.access.Right;
import org.heed.server.demo.DemoForce;
import org.heed.server.publication.RecordFacts.Marked;
import org.heed.server.publication.counted.CountedRecord;
import org.heed.server.publication.counted.Supposed;
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
  private static final String OTHER = "other/1#0";
  private static final Map<Step, String> LED_TO_FLAG =
      Map.of(
          Step.QUALITY_ASSURANCE, "quality-assurance",
          Step.PROMPT, "prompt",
          Step.RANDOM_REVIEW, "random-review");
  private static final Map<Step, String> CAME_BY =
      Map.of(
          Step.THIRD_PARTY, "third-party",
          Step.PARTNER_AGENCY, "partner-agency",
          Step.ONLINE_REFERRAL, "online-referral",
          Step.FOUND_BY_POLICE, "found-by-police");
  private static final Set<String> FLAGGED_BY =
      Set.of("officer", "quality-assurance", "prompt", "random-review");

  @Test
  void everyPartOfASplit_isWhatRecountsOfTheFactsMakeIt() throws SQLException {
    check(3, 200, SplitAgainstRecountsTest::quick);
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6, 7, 8})
  @Tag("long")
  void everyPartOfASplit_isWhatRecountsOfTheFactsMakeIt_overForces(long seed) throws SQLException {
    check(seed, 500, _ -> true);
  }

  /** Without those of so many steps that recounting each set of them takes long. */
  private static boolean quick(Question question) {
    return question.clock() == Dated.RECORDED
        && (question.unit() == Unit.REPORTS
            || (question.unit() == Unit.CRIMES && question.definition() != Definition.CSE_FLAGGED));
  }

  private static void check(long seed, int size, Predicate<Question> asked) throws SQLException {
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
      RecordFacts facts = RecordFacts.of(server, SplitAgainstRecountsTest::asks);
      Caller analyst = server.someone(Right.FIGURES, Right.PSEUDONYMISED);
      CountedRecord recorded = CountedRecord.of(server.databases());
      CountedRecord supposed =
          recorded.as(
              new Supposed(OTHER, rulebook.rulebook().counting(), SplitAgainstRecountsTest::asks));
      server
          .acts()
          .plain(
              analyst,
              () -> {
                recorded.readOn();
                supposed.readOn();
                int moved = 0;
                Set<Step> took = new HashSet<>();
                List<Told> told =
                    new CrimeHistories(server.databases()).all(victimless(rulebook.rulebook()));
                for (Question question : questions().stream().filter(asked).toList()) {
                  boolean other = Recountings.matter(question);
                  CountedRecord record = other ? supposed : recorded;
                  Splitting.Knowledge known = known(server, record);
                  BitSet group = largest(record, question, known.now());
                  Accounting split =
                      new Splitting(
                              record,
                              recorded,
                              question,
                              known,
                              new Splitting.Largest(Step.LARGEST_GROUP, group))
                          .accounting();
                  Counts counts =
                      new Counts(facts, told, rulebook.rulebook().counting(), named(record, group));
                  Accounting recounted =
                      Accounting.of(
                          split.grouping(), taken -> counts.change(question, steps(taken), known));
                  assertThat(split).as(question.toString()).isEqualTo(recounted);
                  for (Accounting.Part part : split.parts()) {
                    if (part.share() != 0) {
                      moved++;
                      took.add(Step.valueOf(part.step()));
                    }
                  }
                }
                assertThat(moved).as("parts that are not nought").isGreaterThan(size / 20);
                assertThat(took).contains(Step.RULEBOOK, Step.LARGEST_GROUP, Step.CANCELLED);
                return moved;
              });
    }
  }

  private static Splitting.Knowledge known(ServerFixture server, CountedRecord record) {
    KnownPositions positions = new KnownPositions(server.databases());
    return new Splitting.Knowledge(
        record.readOn(),
        Counting.position(record, positions.at(END.atStartOfDay(Words.LONDON).toInstant())),
        Counting.position(record, positions.at(ASKED.atStartOfDay(Words.LONDON).toInstant())),
        true);
  }

  private static Set<String> victimless(Rulebook rulebook) {
    return rulebook.counting().classes().stream()
        .filter(OffenceClass::victimless)
        .map(OffenceClass::code)
        .collect(Collectors.toSet());
  }

  /** A rulebook that never read anything, and would ask about every third report or so. */
  private static Boolean asks(UUID report, int version) {
    return (report.hashCode() + version) % 3 == 0;
  }

  private static BitSet largest(CountedRecord record, Question question, long position) {
    return Clusters.of(record, question, position, Clusters.By.SUSPECT, 0, 0).largest();
  }

  private static Set<String> named(CountedRecord record, BitSet group) {
    return group.stream()
        .mapToObj(number -> record.report(number).toString())
        .collect(Collectors.toSet());
  }

  private static List<Question> questions() {
    List<Question> all = new ArrayList<>();
    for (Unit unit : Unit.values()) {
      for (Definition definition : Definition.values()) {
        for (Dated clock : List.of(Dated.RECORDED, Dated.REPORTED)) {
          for (String rulebook : Arrays.asList(null, OTHER)) {
            Question question =
                new Question(
                    unit,
                    definition,
                    null,
                    By.AREA,
                    clock,
                    ASKED,
                    END.minusDays(1),
                    null,
                    rulebook);
            if (rulebook == null || Recountings.matter(question)) {
              all.add(question);
            }
          }
        }
      }
    }
    return all;
  }

  private static Set<Step> steps(Set<String> names) {
    Set<Step> steps = new HashSet<>();
    names.forEach(name -> steps.add(Step.valueOf(name)));
    return steps;
  }

  /** Recounts of the facts, one by one. */
  private static final class Counts {
    private final Map<Marked, Recount> reports = new EnumMap<>(Marked.class);
    private final Map<Marked, Recount> crimes = new EnumMap<>(Marked.class);
    private final Map<Long, List<RecountedCrime>> made = new HashMap<>();
    private final Map<Long, Set<String>> prompted = new HashMap<>();
    private final List<Told> told;
    private final org.heed.rulebook.Counting rules;
    private final Set<String> group;

    Counts(
        RecordFacts facts, List<Told> told, org.heed.rulebook.Counting rules, Set<String> group) {
      for (Marked marked : Marked.values()) {
        reports.put(marked, new Recount(facts.reports(marked, group)));
        crimes.put(marked, new Recount(facts.crimes(marked, group)));
      }
      this.told = told;
      this.rules = rules;
      this.group = group;
    }

    long change(Question question, Set<Step> taken, Splitting.Knowledge known) {
      boolean now = taken.contains(Step.LATER);
      return count(question, taken, ASKED, END, now ? known.now() : known.askedEnd())
          - count(
              question,
              taken,
              question.firstDayBefore(),
              question.lastDayBefore().plusDays(1),
              now ? known.now() : known.beforeEnd());
    }

    private long count(
        Question question, Set<Step> taken, LocalDate from, LocalDate to, long position) {
      boolean inUnit = taken.contains(Step.UNIT);
      boolean other = question.rulebook() != null && taken.contains(Step.RULEBOOK);
      Marked marked =
          question.definition() != Definition.PROMPTED
              ? Marked.FLAGGED
              : other ? Marked.SUPPOSED : Marked.FIRST_READ;
      if (inUnit && question.unit() == Unit.CRIMES && other) {
        return byRules(question, taken, from, to, position);
      }
      boolean flagged = question.definition() == Definition.CSE_FLAGGED;
      boolean limited = question.definition() != Definition.ALL;
      org.heed.figures.recount.Definition definition =
          new org.heed.figures.recount.Definition(
              new Window(from, to, position),
              question.clock() == Dated.RECORDED ? Clock.RECORDED : Clock.REPORTED,
              new Known.At(position),
              new Rules("in force", Set.of(RecordFacts.APART), NON_RECENT_DAYS),
              limited,
              question.unit() == Unit.CRIMES && !taken.contains(Step.CANCELLED),
              taken.contains(Step.NON_RECENT),
              taken.contains(Step.LARGEST_GROUP) ? Set.of() : Set.of(RecordFacts.LARGEST),
              flagged ? without(FLAGGED_BY, taken, LED_TO_FLAG) : Set.of(),
              without(NOTICES, taken, CAME_BY),
              !inUnit
                  ? org.heed.figures.recount.Definition.Unit.REPORTS
                  : switch (question.unit()) {
                    case REPORTS -> org.heed.figures.recount.Definition.Unit.REPORTS;
                    case CRIMES -> org.heed.figures.recount.Definition.Unit.CRIMES;
                    case CHILDREN -> org.heed.figures.recount.Definition.Unit.CHILDREN;
                    case SUSPECTS -> org.heed.figures.recount.Definition.Unit.SUSPECTS;
                  });
      Map<Marked, Recount> counted = inUnit && question.unit() == Unit.CRIMES ? crimes : reports;
      return Objects.requireNonNull(counted.get(marked)).count(definition);
    }

    private Set<String> prompted(long position) {
      return Objects.requireNonNull(reports.get(Marked.SUPPOSED))
          .units(
              org.heed.figures.recount.Definition.flagged(
                      new Window(LocalDate.of(2000, 1, 1), LocalDate.of(2100, 1, 1), position),
                      new Rules("all", Set.of(), Integer.MAX_VALUE))
                  .asKnown(new Known.At(position))
                  .as(org.heed.figures.recount.Definition.Unit.REPORTS));
    }

    /** All crimes counted at once by the rules, and each looked at. */
    private long byRules(
        Question question, Set<Step> taken, LocalDate from, LocalDate to, long position) {
      Set<String> notices = without(NOTICES, taken, CAME_BY);
      Set<String> routes = without(FLAGGED_BY, taken, LED_TO_FLAG);
      Set<String> prompted = this.prompted.computeIfAbsent(position, this::prompted);
      return made.computeIfAbsent(position, at -> RecountedCrime.of(told, rules, at)).stream()
          .filter(crime -> {
            History history = crime.crime();
            LocalDate day =
                question.clock() == Dated.RECORDED ? history.recorded() : history.reported();
            LocalDate occurred = history.occurred();
            Standing.Flag flag = history.at(position).orElseThrow().flag();
            boolean old = occurred != null && history.recorded().isAfter(occurred.plusYears(1));
            return !day.isBefore(from)
                && day.isBefore(to)
                && crime.counts()
                && (!crime.cancelled() || !taken.contains(Step.CANCELLED))
                && (!old || taken.contains(Step.NON_RECENT))
                && (taken.contains(Step.LARGEST_GROUP) || !group.contains(history.report()))
                && notices.contains(history.notice())
                && switch (question.definition()) {
                  case ALL -> true;
                  case CSE_FLAGGED -> flag != null && routes.contains(flag.route());
                  case PROMPTED -> prompted.contains(history.report());
                };
          })
          .count();
    }
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
