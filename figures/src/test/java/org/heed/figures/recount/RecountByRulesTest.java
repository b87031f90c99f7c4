package org.heed.figures.recount;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.heed.figures.decompose.Accounting;
import org.heed.figures.recount.Definition.Known;
import org.heed.figures.recount.Definition.Rules;
import org.heed.figures.recount.Definition.Unit;
import org.heed.figures.recount.Definition.Window;
import org.heed.rulebook.Counting;
import org.heed.rulebook.RulebookLoader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same record counted by the rules of another rulebook. */
class RecountByRulesTest {
  private static final Path SHIPPED = Path.of("..", "rulebooks", "england-wales");
  private static final Window THIS_YEAR =
      new Window(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1), 800);
  private static Rules now;
  private static Rules before;

  /** The rulebook of now, and one in which rape is counted for each victim and group alone. */
  @BeforeAll
  static void load() throws Exception {
    Map<String, String> files = new TreeMap<>(RulebookLoader.files(SHIPPED));
    now = rules("now", RulebookLoader.parse(files).counting());
    files.remove("counting/rape-per-offender.yaml");
    files.remove("counting/modern-slavery-in-addition.yaml");
    before = rules("before", RulebookLoader.parse(files).counting());
  }

  private static Rules rules(String name, Counting counting) {
    return new Rules(name, counting.apart(), 365, counting);
  }

  private static History crime(
      String id, String report, String child, Set<String> by, LocalDate day, Fact... more) {
    List<Fact> facts = new ArrayList<>();
    long position = day.toEpochDay() - LocalDate.of(2024, 1, 1).toEpochDay();
    facts.add(new Fact.Recorded(position, id.substring(0, id.indexOf('-'))));
    facts.addAll(List.of(more));
    return new History(
        id, report, "a", "child", null, Set.of(child), by, day.minusDays(9), day, day, facts);
  }

  @Test
  void crimesOfOneIncident_areAsManyAsTheRulebookMakes() {
    LocalDate day = LocalDate.of(2025, 3, 1);
    long flaggedAt = 600;
    Recount recount =
        Recount.of(
            List.of(
                told(
                    crime(
                        "19D-1",
                        "r1",
                        "child",
                        Set.of("s1"),
                        day,
                        new Fact.Flagged(flaggedAt, day, "officer")),
                    "19D"),
                told(crime("19D-2", "r1", "child", Set.of("s1", "s2"), day), "19D"),
                told(crime("106-3", "r1", "child", Set.of("s1", "s2"), day), "106"),
                told(crime("88A-4", "r2", "other", Set.of("s3"), day), "88A", "22B")));
    Definition asked = Definition.flagged(THIS_YEAR, now).flaggedOnly(false);
    assertThat(recount.count(asked.under(new Rules("as recorded", Set.of(), 365)))).isEqualTo(4);
    assertThat(recount.count(asked))
        .as("two offenders, slavery beside, the other child")
        .isEqualTo(4);
    assertThat(recount.count(asked.under(before)))
        .as("one for the group, with slavery in it, and the other child")
        .isEqualTo(2);
    assertThat(recount.count(asked.flaggedOnly(true)))
        .as("of the offender it was flagged for")
        .isEqualTo(1);
    assertThat(recount.count(asked.flaggedOnly(true).under(before))).isEqualTo(1);
    assertThat(
            recount.count(
                asked.flaggedOnly(true).under(before).asKnown(new Known.At(flaggedAt - 1))))
        .as("before it was flagged")
        .isZero();
    Accounting split = recount.split(asked.under(before), asked);
    assertThat(split.parts())
        .singleElement()
        .satisfies(part -> {
          assertThat(part.step()).isEqualTo("rulebook");
          assertThat(part.whole()).isEqualTo(2);
        });
  }

  @Test
  void cancelledCrime_isCountedApartFromThoseThatStand() {
    LocalDate day = LocalDate.of(2025, 3, 1);
    Recount recount =
        Recount.of(
            List.of(
                told(crime("22B-1", "r1", "child", Set.of("s"), day), "22B"),
                told(
                    crime(
                        "20A-2",
                        "r1",
                        "child",
                        Set.of("s"),
                        day,
                        new Fact.Cancelled(500),
                        new Fact.Reinstated(600)),
                    "20A")));
    Definition asked = Definition.flagged(THIS_YEAR, now).flaggedOnly(false);
    assertThat(recount.count(asked.asKnown(new Known.At(550)))).isEqualTo(1);
    assertThat(recount.count(asked.asKnown(new Known.At(550)).withCancelled(true))).isEqualTo(2);
    assertThat(recount.count(asked)).as("one incident once it stands again").isEqualTo(1);
  }

  /** Whatever else differs, the parts add up, and each end is the plain count by its rulebook. */
  @Test
  void splitWithARulebookStep_leavesNothingOver_overRandomRecords() {
    Random random = new Random(20_260_402);
    int moved = 0;
    for (int i = 0; i < 60; i++) {
      List<Told> told =
          SupposedRecord.of(60, random.nextLong()).stream()
              .map(history -> new Told(history, told(history, random), Set.of()))
              .toList();
      Recount recount = Recount.of(told);
      Window last = new Window(SupposedRecord.FIRST, SupposedRecord.FIRST.plusDays(365), 364);
      Window next = new Window(last.to(), last.to().plusDays(365), 729);
      Definition from = Definition.flagged(last, before).asKnown(new Known.WhenSettled());
      for (Unit unit : Unit.values()) {
        Definition to = Definition.flagged(next, now).as(unit).flaggedOnly(i % 2 == 0);
        Accounting split = recount.split(from, to);
        assertThat(split.from()).isEqualTo(recount.count(from));
        assertThat(split.to()).isEqualTo(recount.count(to));
        assertThat(split.parts().stream().mapToLong(Accounting.Part::whole).sum())
            .isEqualTo(split.to() - split.from());
        moved +=
            split.parts().stream()
                    .anyMatch(part -> part.step().equals("rulebook") && part.share() != 0)
                ? 1
                : 0;
      }
    }
    assertThat(moved).as("splits in which the rulebook matters").isGreaterThan(60);
  }

  private static List<String> told(History history, Random random) {
    String own = history.facts().getFirst() instanceof Fact.Recorded first ? first.offence() : "";
    return List.of("19D", "106", "88A").stream()
        .filter(_ -> random.nextInt(3) == 0)
        .collect(
            Collectors.collectingAndThen(
                Collectors.toCollection(java.util.LinkedHashSet::new),
                codes -> {
                  codes.add(own);
                  return List.copyOf(codes);
                }));
  }

  private static Told told(History history, String... offences) {
    return new Told(history, List.of(offences), Set.of());
  }
}
