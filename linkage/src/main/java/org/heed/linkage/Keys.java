package org.heed.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.jspecify.annotations.Nullable;

/**
 * The blocking keys of one record by itself, as numbers that are the same wherever it stands: what
 * {@link Passes} are to a whole table. Each survives one kind of slip.
 */
final class Keys {
  private static final int LONGEST_SOUND = 6;
  private static final int PHONE_END = 6;
  private static final int BEGINNING = 3;
  private static final int SHORTEST_BONES = 3;

  private final Layout layout;
  private final Habits habits;
  private final DateReader dates;
  private final Nicknames nicknames = Nicknames.load();
  private final DoubleMetaphone metaphone = new DoubleMetaphone();

  Keys(Layout layout, Habits habits) {
    this.layout = layout;
    this.habits = habits;
    this.dates = new DateReader(habits.monthFirst());
    metaphone.setMaxCodeLen(LONGEST_SOUND);
  }

  /** The keys of a record; none where it says nothing. */
  long[] of(@Nullable String[] row) {
    Set<String> keys = new LinkedHashSet<>();
    NameParts names =
        NameParts.of(
            value(row, Kind.GIVEN_NAME),
            value(row, Kind.FAMILY_NAME),
            value(row, Kind.FULL_NAME),
            habits.familyFirst());
    String born = value(row, Kind.DATE_OF_BIRTH);
    int date = born == null ? DateReader.NONE : dates.read(born);
    addNames(keys, names, date);
    if (date != DateReader.NONE) {
      keys.add("date " + date);
    }
    addPostcode(keys, value(row, Kind.POSTCODE), names, date);
    String phone = value(row, Kind.PHONE);
    if (phone != null) {
      String digits = Normal.digits(phone);
      keys.add("phone " + digits.substring(Math.max(0, digits.length() - PHONE_END)));
    }
    String id = value(row, Kind.NATIONAL_ID);
    if (id != null) {
      keys.add("id " + Normal.compact(id));
    }
    return keys.stream().mapToLong(Key::number).toArray();
  }

  /** The further keys of a record, by which it is found where a part of its date is asked for. */
  long[] born(@Nullable String[] row) {
    String born = value(row, Kind.DATE_OF_BIRTH);
    int date = born == null ? DateReader.NONE : dates.read(born);
    return date == DateReader.NONE ? new long[0] : born(row, date / 10_000, date / 100 % 100, true);
  }

  /**
   * The keys of whoever was born in a year or a month, with the names of a row where it has any.
   *
   * @param month 0 where it is not asked for
   */
  long[] born(@Nullable String[] row, int year, int month) {
    return born(row, year, month, false);
  }

  private long[] born(@Nullable String[] row, int year, int month, boolean isRecord) {
    Set<String> keys = new LinkedHashSet<>();
    NameParts names =
        NameParts.of(
            value(row, Kind.GIVEN_NAME),
            value(row, Kind.FAMILY_NAME),
            value(row, Kind.FULL_NAME),
            habits.familyFirst());
    List<String> when = new ArrayList<>();
    if (isRecord || month == 0) {
      when.add("in " + year);
    }
    if (month > 0) {
      when.add("in " + year + ' ' + month);
    }
    for (String in : when) {
      if (!names.family().isEmpty()) {
        keys.add("born family " + sound(names.family()) + ' ' + in);
      }
      usual(names.given()).forEach(one -> keys.add("born given " + one + ' ' + in));
      if (isRecord || keys.isEmpty()) {
        keys.add("born " + in);
      }
    }
    return keys.stream().mapToLong(Key::number).toArray();
  }

  private @Nullable String value(@Nullable String[] row, Kind kind) {
    int column = layout.indexOf(kind);
    String value = column < 0 ? null : row[column];
    return value == null || value.isBlank() ? null : value;
  }

  private void addNames(Set<String> keys, NameParts names, int date) {
    String given = names.given();
    String family = names.family();
    Set<String> usual = usual(given);
    String sound = sound(family);
    int year = date / 10_000;
    if (!given.isEmpty() && !family.isEmpty()) {
      keys.add("names " + unordered(given, family));
      keys.add("sounds " + unordered(sound(given), sound));
      keys.add("bones " + bones(given) + ' ' + bones(family));
      keys.add("initial " + given.charAt(0) + ' ' + sound);
      for (String word : family.split(" ")) {
        usual.forEach(one -> keys.add("usual " + one + ' ' + sound(word)));
      }
    }
    if (!family.isEmpty()) {
      keys.add("family " + sound);
    }
    usual.forEach(one -> keys.add("given " + one));
    if (date == DateReader.NONE) {
      return;
    }
    if (!family.isEmpty()) {
      keys.add("family date " + family + ' ' + date);
      keys.add("family month " + sound + ' ' + date / 100);
      keys.add("family day " + sound + ' ' + date % 10_000);
    }
    if (!given.isEmpty()) {
      keys.add("given date " + given + ' ' + date);
      for (String one : usual) {
        keys.add("given month " + one + ' ' + date / 100);
        keys.add("given day " + one + ' ' + date % 10_000);
      }
    }
    if (!given.isEmpty() && !family.isEmpty()) {
      keys.add("year " + sound + ' ' + given.charAt(0) + ' ' + year);
      keys.add("start " + start(family) + ' ' + given.charAt(0) + ' ' + year);
    }
  }

  private void addPostcode(Set<String> keys, @Nullable String typed, NameParts names, int date) {
    String postcode = typed == null ? "" : Normal.compact(typed);
    if (postcode.isEmpty()) {
      return;
    }
    if (date != DateReader.NONE) {
      keys.add("postcode date " + postcode + ' ' + date);
      keys.add("postcode year " + postcode + ' ' + date / 10_000);
    }
    if (!names.family().isEmpty()) {
      keys.add("postcode family " + postcode + ' ' + start(names.family()));
    }
    if (!names.given().isEmpty()) {
      keys.add("postcode given " + postcode + ' ' + names.given().charAt(0));
    }
  }

  /** What a given name may stand for: the names that it is a form of, else its sound. */
  private Set<String> usual(String given) {
    Set<String> usual = new LinkedHashSet<>();
    if (!given.isEmpty()) {
      String first = given.indexOf(' ') < 0 ? given : given.substring(0, given.indexOf(' '));
      Arrays.stream(nicknames.groups(first)).forEach(group -> usual.add("#" + group));
      if (usual.isEmpty()) {
        usual.add(sound(first));
      }
    }
    return usual;
  }

  private String sound(String name) {
    String letters = name.replace(" ", "");
    String sound = letters.isEmpty() ? "" : metaphone.doubleMetaphone(letters, false);
    return sound == null || sound.length() < 2 ? name : sound;
  }

  private static String bones(String name) {
    String bones = Latin.bones(name);
    return bones.length() < SHORTEST_BONES ? name : bones;
  }

  private static String unordered(String a, String b) {
    return a.compareTo(b) < 0 ? a + ' ' + b : b + ' ' + a;
  }

  private static String start(String name) {
    return name.substring(0, Math.min(BEGINNING, name.length()));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "Keys[%s]", habits);
  }
}
