package org.heed.server.publication;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.heed.figures.decompose.Accounting;
import org.heed.figures.recount.Definition.Known;
import org.heed.figures.recount.Definition.Rules;
import org.heed.figures.recount.Definition.Window;
import org.heed.figures.recount.Recount;
import org.heed.figures.recount.Told;
import org.heed.rulebook.OffenceClass;
import org.heed.rulebook.Rulebook;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.store.Acts;

/** Counts the crimes on record again by the counting rules of another rulebook. */
public final class CrimeRecounts {
  /** A year and a day: what is recorded more than a year after it happened is non-recent. */
  private static final int NON_RECENT_DAYS = 366;

  private final Acts acts;
  private final CrimeHistories histories;

  public CrimeRecounts(Acts acts, CrimeHistories histories) {
    this.acts = acts;
    this.histories = histories;
  }

  /**
   * Crimes recorded in a period and in the one before, as they were recorded and by another
   * rulebook, as known now.
   *
   * @param split from the period before as recorded to this one by the rulebook
   */
  public record Answer(
      String rulebook,
      LocalDate from,
      LocalDate to,
      boolean flagged,
      long recordedBefore,
      long recorded,
      long countedBefore,
      long counted,
      Accounting split) {}

  /**
   * Asks.
   *
   * @param to the last day
   * @param flagged whether crimes flagged as exploitation count alone
   * @throws Refused where the caller may not count every area's records
   */
  public Answer ask(
      Caller caller, Rulebook rulebook, LocalDate from, LocalDate to, boolean flagged) {
    caller.require(Right.FIGURES);
    caller.require(Right.PSEUDONYMISED);
    if (to.isBefore(from)) {
      throw new Refused(Refused.Code.INVALID, "The last day must not be before the first.");
    }
    Set<String> victimless =
        rulebook.counting().classes().stream()
            .filter(OffenceClass::victimless)
            .map(OffenceClass::code)
            .collect(Collectors.toSet());
    List<Told> told = acts.plain(caller, () -> histories.all(victimless));
    Recount recount = Recount.of(told);
    String name = rulebook.id().toString();
    Set<String> apart = rulebook.counting().apart();
    Rules recorded = new Rules("as recorded", apart, NON_RECENT_DAYS);
    Rules by = new Rules(name, apart, NON_RECENT_DAYS, rulebook.counting());
    long days = to.toEpochDay() - from.toEpochDay() + 1;
    Window now = new Window(from, to.plusDays(1), Long.MAX_VALUE);
    Window before = new Window(from.minusDays(days), from, Long.MAX_VALUE);
    var asked =
        org.heed.figures.recount.Definition.flagged(now, by)
            .asKnown(new Known.At(Long.MAX_VALUE))
            .flaggedOnly(flagged);
    return new Answer(
        name,
        from,
        to,
        flagged,
        recount.count(asked.in(before).under(recorded)),
        recount.count(asked.under(recorded)),
        recount.count(asked.in(before)),
        recount.count(asked),
        recount.split(asked.in(before).under(recorded), asked));
  }
}
