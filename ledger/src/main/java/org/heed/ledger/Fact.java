package org.heed.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a fact table: values in the order of its columns, each of its column's type or null.
 * What could not be stored and read back unchanged is refused: text with U+0000 or a lone
 * surrogate, a timestamp finer than a microsecond, a number that is not finite. Errors name the
 * column, never the value.
 */
public record Fact(FactTable table, List<@Nullable Object> values) {

  public Fact {
    if (values.size() != table.columns().size()) {
      throw new IllegalArgumentException(
          table.name() + " has " + table.columns().size() + " columns, not " + values.size());
    }
    List<@Nullable Object> copy = new ArrayList<>(values.size());
    for (int i = 0; i < values.size(); i++) {
      copy.add(checked(table, table.columns().get(i), values.get(i)));
    }
    values = Collections.unmodifiableList(copy);
  }

  /** The row of these values, in the order of the columns. */
  public static Fact of(FactTable table, @Nullable Object... values) {
    return new Fact(table, Arrays.asList(values));
  }

  private static @Nullable Object checked(FactTable table, Column column, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    if (!column.type().javaType().isInstance(value)) {
      throw refused(table, column, "takes " + column.type().javaType().getSimpleName());
    }
    return switch (column.type()) {
      case UUID, INT, LONG, BOOL, DATE -> value;
      case TEXT -> checkedText(table, column, (String) value);
      case TIMESTAMP -> checkedTime(table, column, (Instant) value);
      case BYTES -> ((byte[]) value).clone();
      case DOUBLE -> {
        if (!Double.isFinite((Double) value)) {
          throw refused(table, column, "takes finite numbers only");
        }
        yield value;
      }
    };
  }

  private static String checkedText(FactTable table, Column column, String text) {
    if (!isKeepable(text)) {
      boolean zero = text.indexOf('\0') >= 0;
      throw refused(table, column, "cannot hold " + (zero ? "U+0000" : "a lone surrogate"));
    }
    return text;
  }

  /** Whether a text can be stored and read back unchanged: not U+0000, nor half a character. */
  public static boolean isKeepable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char at = text.charAt(i);
      if (at == 0 || Character.isLowSurrogate(at)) {
        return false;
      }
      if (Character.isHighSurrogate(at)
          && (++i == text.length() || !Character.isLowSurrogate(text.charAt(i)))) {
        return false;
      }
    }
    return true;
  }

  private static Instant checkedTime(FactTable table, Column column, Instant time) {
    if (!time.truncatedTo(ChronoUnit.MICROS).equals(time)) {
      throw refused(table, column, "takes whole microseconds; truncate before recording");
    }
    return time;
  }

  private static IllegalArgumentException refused(FactTable table, Column column, String why) {
    return new IllegalArgumentException(table.name() + "." + column.name() + " " + why);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fact that
        && table.equals(that.table)
        && Arrays.deepEquals(values.toArray(), that.values.toArray());
  }

  @Override
  public int hashCode() {
    return 31 * table.hashCode() + Arrays.deepHashCode(values.toArray());
  }

  /** Names the table only: values are personal. */
  @Override
  public String toString() {
    return "Fact[" + table.name() + "]";
  }
}
