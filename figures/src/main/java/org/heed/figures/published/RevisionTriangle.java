package org.heed.figures.published;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.heed.figures.RefusedInput;
import org.jspecify.annotations.Nullable;

/**
 * How each month stood in each release. By recorded date a month is revised both ways, as records
 * are added, cancelled and moved, so this is no run-off and is not extrapolated as one.
 *
 * @param releases oldest first
 */
public record RevisionTriangle(List<YearMonth> releases, List<Row> rows) {
  private static final int[] BANDS = {0, 3, 12, 24, 60, Integer.MAX_VALUE};

  /**
   * A month.
   *
   * @param counts for each release; null where that release has no such month
   */
  public record Row(YearMonth month, List<@Nullable Long> counts) {
    public Row {
      counts = Collections.unmodifiableList(new ArrayList<>(counts));
    }

    /** Of counts that some releases do not have. */
    public static Row of(YearMonth month, List<Optional<Long>> counts) {
      List<@Nullable Long> known = new ArrayList<>();
      counts.forEach(count -> known.add(count.orElse(null)));
      return new Row(month, known);
    }
  }

  /**
   * What one release made of another's months.
   *
   * @param months how many months are in both
   * @param rose how many of them have more in the later
   * @param fell how many have fewer
   */
  public record Revision(int months, long before, long after, int rose, int fell) {
    /** The later as a multiple of the earlier; not a number where the earlier is nought. */
    public double factor() {
      return before == 0 ? Double.NaN : (double) after / before;
    }
  }

  /**
   * Revisions of months that were about as old when they were first published.
   *
   * @param fromAge more than so many months old
   * @param toAge at most so many
   * @param all of those months together, from each one's first release to its last
   * @param least the smallest factor of any month
   * @param most the greatest
   */
  public record Band(int fromAge, int toAge, Revision all, double least, double most) {}

  public RevisionTriangle {
    releases = List.copyOf(releases);
    rows = List.copyOf(rows);
  }

  /**
   * From one release to another, over the months that both have.
   *
   * @throws RefusedInput where there is no such release
   */
  public Revision between(YearMonth earlier, YearMonth later, YearMonth first, YearMonth last) {
    int from = index(earlier);
    int to = index(later);
    Sum sum = new Sum();
    for (Row row : rows) {
      Long before = row.counts().get(from);
      Long after = row.counts().get(to);
      if (before != null && after != null && within(row.month(), first, last)) {
        sum.add(before, after);
      }
    }
    return sum.revision();
  }

  /** Revisions by how old a month was when first published; bands without a month are left out. */
  public List<Band> byAge() {
    List<Band> bands = new ArrayList<>();
    for (int band = 1; band < BANDS.length; band++) {
      Sum sum = new Sum();
      for (Row row : rows) {
        List<Integer> there = published(row);
        if (there.size() > 1) {
          long age = ChronoUnit.MONTHS.between(row.month(), releases.get(there.getFirst()));
          if (age > BANDS[band - 1] && age <= BANDS[band]) {
            sum.add(count(row, there.getFirst()), count(row, there.getLast()));
          }
        }
      }
      if (sum.months > 0) {
        bands.add(new Band(BANDS[band - 1], BANDS[band], sum.revision(), sum.least, sum.most));
      }
    }
    return bands;
  }

  private List<Integer> published(Row row) {
    List<Integer> there = new ArrayList<>();
    for (int i = 0; i < releases.size(); i++) {
      if (row.counts().get(i) != null) {
        there.add(i);
      }
    }
    return there;
  }

  private static long count(Row row, int release) {
    return Objects.requireNonNull(row.counts().get(release));
  }

  private int index(YearMonth release) {
    int index = releases.indexOf(release);
    RefusedInput.unless(index >= 0, "release", "there is none of " + release);
    return index;
  }

  private static boolean within(YearMonth month, YearMonth first, YearMonth last) {
    return !month.isBefore(first) && !month.isAfter(last);
  }

  /** Adds up. */
  private static final class Sum {
    private int months;
    private long before;
    private long after;
    private int rose;
    private int fell;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;

    void add(long was, long is) {
      months++;
      before += was;
      after += is;
      rose += is > was ? 1 : 0;
      fell += is < was ? 1 : 0;
      if (was > 0) {
        least = Math.min(least, (double) is / was);
        most = Math.max(most, (double) is / was);
      }
    }

    Revision revision() {
      return new Revision(months, before, after, rose, fell);
    }
  }
}
