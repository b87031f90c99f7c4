package org.heed.server.publication;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.heed.figures.release.ReleaseTable;
import org.jspecify.annotations.Nullable;

/**
 * What the first signed release that held a count said it was.
 *
 * @param release its name
 * @param at when it was signed
 */
public record FirstPublished(String release, Instant at, long count) {

  /**
   * A signed release.
   *
   * @param tables as they were published
   */
  record Signed(ReleaseStanding standing, Contributions frozen, List<ReleaseTable> tables) {
    Signed {
      tables = List.copyOf(tables);
    }
  }

  /** Empty where no release held all of it, or held it hidden. */
  static Optional<FirstPublished> of(Question question, List<Signed> signed) {
    if (question.rulebook() != null) {
      return Optional.empty();
    }
    return signed.stream()
        .filter(each -> each.standing().decision() != null)
        .sorted(
            Comparator.comparing(each -> Objects.requireNonNull(each.standing().decision()).at()))
        .flatMap(each -> said(question, each).stream())
        .findFirst();
  }

  private static Optional<FirstPublished> said(Question question, Signed signed) {
    for (int i = 0; i < signed.tables().size(); i++) {
      Contributions.Frozen frozen = signed.frozen().tables().get(i);
      if (sameCount(question, frozen)) {
        Long count =
            frozen.of("by").equals(By.AREA.code())
                ? byArea(question, frozen, signed.tables().get(i))
                : byPeriod(question, frozen, signed.tables().get(i));
        if (count != null) {
          return Optional.of(
              new FirstPublished(
                  signed.standing().id(),
                  Objects.requireNonNull(signed.standing().decision()).at(),
                  count));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean sameCount(Question question, Contributions.Frozen frozen) {
    String area = question.area() == null ? "" : question.area();
    return frozen.of("unit").equals(question.unit().code())
        && frozen.of("definition").equals(question.definition().code())
        && frozen.of("clock").equals(question.clock().code())
        && (frozen.of("area").equals(area)
            || (frozen.of("area").isEmpty() && frozen.of("by").equals(By.AREA.code())));
  }

  /** People are counted once in the whole, so that their areas do not add up to it. */
  private static @Nullable Long byArea(
      Question question, Contributions.Frozen frozen, ReleaseTable table) {
    if (!frozen.of("from").equals(question.from().toString())
        || !frozen.of("to").equals(question.to().toString())) {
      return null;
    }
    Long sum = 0L;
    int cells = 0;
    for (ReleaseTable.Row row : table.rows()) {
      if (question.area() == null || row.labels().getFirst().equals(question.area())) {
        cells++;
        sum = plus(sum, row.count());
      }
    }
    return cells == 0 || (cells > 1 && people(question)) ? null : sum;
  }

  private static @Nullable Long byPeriod(
      Question question, Contributions.Frozen frozen, ReleaseTable table) {
    LocalDate first = LocalDate.parse(frozen.of("from"));
    LocalDate last = LocalDate.parse(frozen.of("to"));
    By by = by(frozen.of("by"));
    Long sum = 0L;
    int cells = 0;
    long days = 0;
    for (ReleaseTable.Row row : table.rows()) {
      LocalDate start = LocalDate.parse(row.labels().getFirst());
      LocalDate from = start.isBefore(first) ? first : start;
      LocalDate next = Periods.next(by, start);
      LocalDate to = next.isAfter(last) ? last : next.minusDays(1);
      if (!from.isBefore(question.from()) && !to.isAfter(question.to())) {
        cells++;
        days += ChronoUnit.DAYS.between(from, to) + 1;
        sum = plus(sum, row.count());
      }
    }
    boolean all = days == ChronoUnit.DAYS.between(question.from(), question.to()) + 1;
    return !all || (cells > 1 && people(question)) ? null : sum;
  }

  private static By by(String code) {
    for (By by : By.values()) {
      if (by.code().equals(code)) {
        return by;
      }
    }
    return By.MONTH;
  }

  private static @Nullable Long plus(@Nullable Long sum, @Nullable Long count) {
    return sum == null || count == null ? null : sum + count;
  }

  private static boolean people(Question question) {
    return question.unit() == Unit.CHILDREN || question.unit() == Unit.SUSPECTS;
  }
}
