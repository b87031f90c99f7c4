package org.heed.figures.recount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.numbers.fraction.BigFraction;
import org.heed.figures.RefusedInput;
import org.heed.figures.decompose.Accounting;
import org.heed.figures.decompose.Grouping;
import org.heed.figures.recount.Definition.Known;
import org.heed.figures.recount.Definition.Rules;
import org.heed.figures.recount.Definition.Unit;
import org.heed.figures.recount.Definition.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecountTest {
  private static final LocalDate FIRST = SupposedRecord.FIRST;
  private static final Window BEFORE = new Window(FIRST, FIRST.plusDays(365), 365);
  private static final Window AFTER = new Window(FIRST.plusDays(365), FIRST.plusDays(730), 730);
  private static final Rules OLD = new Rules("old", Set.of("N100", "88A"), 365);
  private static final Rules NEW = new Rules("new", Set.of("N100"), 365);
  private static final List<Source> SOURCES =
      List.of(
          new Source.NonRecent(),
          new Source.Operation("g1"),
          new Source.FlaggedBy("quality-assurance"),
          new Source.NoticedBy("child"));

  @Test
  void cancelledCrime_countsUntilItIsAndAgainOnceReinstated() {
    Recount recount =
        new Recount(
            List.of(
                crime(
                    new Fact.Recorded(1, "71"),
                    new Fact.Flagged(2, FIRST, "officer"),
                    new Fact.Cancelled(5),
                    new Fact.Reinstated(9))));
    assertThat(at(recount, 0)).isZero();
    assertThat(at(recount, 1)).isZero();
    assertThat(at(recount, 2)).isEqualTo(1);
    assertThat(at(recount, 5)).isZero();
    assertThat(recount.count(flagged().asKnown(new Known.At(5)).withCancelled(true))).isEqualTo(1);
    assertThat(at(recount, 9)).isEqualTo(1);
  }

  @Test
  void secondYes_leavesTheFirstsRoute() {
    Recount recount =
        new Recount(
            List.of(
                crime(
                    new Fact.Recorded(1, "71"),
                    new Fact.Flagged(2, FIRST, "officer"),
                    new Fact.Flagged(8, FIRST.plusDays(7), "quality-assurance"))));
    assertThat(recount.count(flagged().flaggedBy(Set.of("officer")))).isEqualTo(1);
    assertThat(recount.count(flagged().flaggedBy(Set.of("quality-assurance")))).isZero();
  }

  @Test
  void childInTwoCrimes_isOneChild() {
    History one = crime(new Fact.Recorded(1, "71"), new Fact.Flagged(1, FIRST, "officer"));
    History other =
        new History(
            "c2",
            "r2",
            "a1",
            "child",
            null,
            Set.of("k1"),
            Set.of(),
            FIRST,
            FIRST,
            FIRST,
            one.facts());
    Recount recount = new Recount(List.of(one, other));
    assertThat(recount.count(flagged())).isEqualTo(2);
    assertThat(recount.count(flagged().as(Unit.CHILDREN))).isEqualTo(1);
    assertThat(recount.count(flagged().as(Unit.REPORTS))).isEqualTo(2);
  }

  @Test
  void knownAndRulebook_shareTheirCommonPart() {
    // one crime of the old scope; one only in the new; one only in the new and known late
    Recount recount =
        new Recount(
            List.of(
                flaggedCrime("c1", "71", 1),
                flaggedCrime("c2", "88A", 1),
                flaggedCrime("c3", "88A", 900)));
    Definition from = Definition.flagged(BEFORE, OLD).asKnown(new Known.WhenSettled());
    Accounting split = recount.split(from, Definition.flagged(BEFORE, NEW));
    assertThat(split.from()).isEqualTo(1);
    assertThat(split.to()).isEqualTo(3);
    assertThat(split.parts())
        .containsExactly(
            new Accounting.Part("as known", BigFraction.of(1, 2), 1),
            new Accounting.Part("rulebook", BigFraction.of(3, 2), 1));
  }

  @Test
  void sameDefinitions_haveNoSplit() {
    assertThatThrownBy(() -> new Recount(List.of()).split(flagged(), flagged()))
        .isInstanceOf(RefusedInput.class);
  }

  @Test
  void crimeTwice_isRefused() {
    History crime = crime(new Fact.Recorded(1, "71"));
    assertThatThrownBy(() -> new Recount(List.of(crime, crime))).isInstanceOf(RefusedInput.class);
  }

  @Test
  void largestOperation_isTheOneWithTheMostThatCounts() {
    Recount recount = new Recount(SupposedRecord.of(400, 3));
    String largest = recount.largestOperation(flagged()).orElseThrow();
    for (String other : List.of("g0", "g1", "g2")) {
      long with = recount.count(flagged());
      assertThat(with - recount.count(flagged().without(Set.of(largest))))
          .isGreaterThanOrEqualTo(with - recount.count(flagged().without(Set.of(other))));
    }
  }

  /** Every choice at once: the parts add up, and the ends are counts of their own. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyStepAtOnce_leavesNothingOver(long seed) {
    Recount recount = new Recount(SupposedRecord.of(250, seed));
    Definition from =
        Definition.flagged(BEFORE, OLD)
            .asKnown(new Known.WhenSettled())
            .withNonRecent(false)
            .flaggedBy(Set.of("officer"))
            .without(Set.of("g1"))
            .withCancelled(true);
    Definition to = Definition.flagged(AFTER, NEW).as(Unit.CHILDREN);
    for (List<Source> sources : List.of(List.<Source>of(), SOURCES)) {
      Accounting split = recount.split(from, to, sources);
      assertThat(split.from()).isEqualTo(recount.count(from));
      assertThat(split.to()).isEqualTo(recount.count(to));
      assertAddsUp(split);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void sourcesOfCrimes_eachHaveTheirOwnChange(long seed) {
    // with nothing but the period changed, a source's part is its own count less its own count
    Recount recount = new Recount(SupposedRecord.of(300, seed));
    Definition from = Definition.flagged(BEFORE, NEW);
    Definition to = Definition.flagged(AFTER, NEW);
    Accounting split = recount.split(from, to, List.of(new Source.NoticedBy("child")));
    Set<String> child = Set.of("child");
    assertThat(split.parts().getFirst().exact())
        .isEqualTo(
            BigFraction.of(
                recount.count(to.noticedBy(child)) - recount.count(from.noticedBy(child))));
    assertAddsUp(split);
  }

  @Test
  void grouping_isPartOfTheDefinition() {
    Recount recount = new Recount(SupposedRecord.of(300, 9));
    Definition from = Definition.flagged(BEFORE, OLD).asKnown(new Known.WhenSettled());
    Definition to = Definition.flagged(AFTER, NEW);
    Grouping.Group recording =
        new Grouping.Group(List.of(Grouping.flat(List.of("as known", "rulebook"))));
    Accounting split = recount.split(from, to, List.of(), recording);
    assertThat(split.grouping().toString()).isEqualTo("[[as known, rulebook], period]");
    assertAddsUp(split);
  }

  private static void assertAddsUp(Accounting split) {
    BigFraction exact = BigFraction.ZERO;
    long whole = 0;
    for (Accounting.Part part : split.parts()) {
      exact = exact.add(part.exact());
      whole += part.whole();
    }
    assertThat(exact).isEqualTo(BigFraction.of(split.to() - split.from()));
    assertThat(whole).isEqualTo(split.to() - split.from());
  }

  private static Definition flagged() {
    return Definition.flagged(BEFORE, NEW);
  }

  private static long at(Recount recount, long position) {
    return recount.count(flagged().asKnown(new Known.At(position)));
  }

  private static History flaggedCrime(String id, String offence, long known) {
    return new History(
        id,
        "r" + id,
        "a1",
        "child",
        null,
        Set.of(),
        Set.of(),
        FIRST,
        FIRST,
        FIRST,
        List.of(new Fact.Recorded(known, offence), new Fact.Flagged(known, FIRST, "officer")));
  }

  private static History crime(Fact... facts) {
    return new History(
        "c1",
        "r1",
        "a1",
        "child",
        null,
        Set.of("k1"),
        Set.of(),
        FIRST,
        FIRST,
        FIRST,
        new ArrayList<>(List.of(facts)));
  }
}
