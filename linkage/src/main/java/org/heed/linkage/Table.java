package org.heed.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records made ready to be compared: a comparison for each respect that their layout has, with the
 * values written in one way. Frozen.
 */
final class Table {
  private final Records records;
  private final List<Comparison> comparisons;
  private final @Nullable Names names;
  private final @Nullable Dates dates;
  private final @Nullable Postcodes postcodes;
  private final @Nullable Exact sex;

  private Table(
      Records records,
      List<Comparison> comparisons,
      @Nullable Names names,
      @Nullable Dates dates,
      @Nullable Postcodes postcodes,
      @Nullable Exact sex) {
    this.records = records;
    this.comparisons = List.copyOf(comparisons);
    this.names = names;
    this.dates = dates;
    this.postcodes = postcodes;
    this.sex = sex;
  }

  static Table of(Records records) {
    return of(records, Habits.of(records));
  }

  /** As records are read whose columns are written in these ways. */
  static Table of(Records records, Habits habits) {
    List<Comparison> comparisons = new ArrayList<>();
    Layout layout = records.layout();
    boolean named =
        layout.indexOf(Kind.GIVEN_NAME) >= 0
            || layout.indexOf(Kind.FAMILY_NAME) >= 0
            || layout.indexOf(Kind.FULL_NAME) >= 0;
    Names names = named ? Names.of(records, habits.familyFirst()) : null;
    if (names != null) {
      addNames(comparisons, names);
    }
    Dates dates = null;
    Postcodes postcodes = null;
    Exact sex = null;
    for (int i = 0; i < layout.columns().size(); i++) {
      Layout.Column column = layout.columns().get(i);
      int[] codes = records.codes(i);
      String[] values = records.values(i);
      switch (column.kind()) {
        case GIVEN_NAME, FAMILY_NAME, FULL_NAME -> {}
        case DATE_OF_BIRTH -> {
          dates = Dates.of(codes, values, habits);
          comparisons.add(dates);
        }
        case POSTCODE -> {
          postcodes = Postcodes.of(codes, values);
          comparisons.add(postcodes);
        }
        case SEX -> {
          sex = sex(codes, values);
          comparisons.add(sex);
        }
        case STREET, LOCALITY -> comparisons.add(text(column.kind().word(), codes, values));
        case TEXT -> comparisons.add(text(column.name(), codes, values));
        case EXACT -> comparisons.add(exact(column.name(), codes, values));
        case PHONE -> comparisons.add(phone(codes, values));
        case NATIONAL_ID -> comparisons.add(nationalId(codes, values));
      }
    }
    return new Table(records, comparisons, names, dates, postcodes, sex);
  }

  private static void addNames(List<Comparison> comparisons, Names names) {
    if (Arrays.stream(names.given()).anyMatch(code -> code >= 0)) {
      comparisons.add(new GivenNames(names));
    }
    if (Arrays.stream(names.family()).anyMatch(code -> code >= 0)) {
      comparisons.add(new FamilyNames(names));
    }
    if (names.hasOthers()) {
      comparisons.add(new OtherNames(names));
    }
  }

  private static Exact sex(int[] codes, String[] values) {
    Values.Builder into = new Values.Builder();
    int[] terms = coded(codes, values, into, Table::sexWord);
    return new Exact(Kind.SEX.word(), terms, into.freeze());
  }

  /** “Male”, “M” and “m” are one; a text with a digit in it is no sex. */
  private static String sexWord(String value) {
    String words = Normal.words(value);
    if (words.isEmpty() || words.chars().anyMatch(Character::isDigit) || words.equals("unknown")) {
      return "";
    }
    return words.substring(0, 1);
  }

  private static TextColumn text(String name, int[] codes, String[] values) {
    Values.Builder into = new Values.Builder();
    int[] terms = coded(codes, values, into, Normal::words);
    Values texts = into.freeze();
    return new TextColumn(name, texts, terms, Words.of(texts, new Values.Builder()));
  }

  private static Exact exact(String name, int[] codes, String[] values) {
    Values.Builder into = new Values.Builder();
    int[] terms = coded(codes, values, into, Normal::words);
    return new Exact(name, terms, into.freeze());
  }

  private static Identifiers phone(int[] codes, String[] values) {
    Values.Builder into = new Values.Builder();
    int[] terms = coded(codes, values, into, Table::phoneDigits);
    return new Identifiers(Kind.PHONE.word(), into.freeze(), terms, true);
  }

  /** A British number is written from its first nought on; another as it is. */
  private static String phoneDigits(String value) {
    String digits = Normal.digits(value);
    String national =
        digits.startsWith("0044")
            ? digits.substring(4)
            : digits.startsWith("44") && digits.length() > 10 ? digits.substring(2) : digits;
    return national.startsWith("0") ? national.substring(1) : national;
  }

  private static Identifiers nationalId(int[] codes, String[] values) {
    Values.Builder into = new Values.Builder();
    int[] terms = coded(codes, values, into, Normal::compact);
    return new Identifiers(Kind.NATIONAL_ID.word(), into.freeze(), terms, false);
  }

  private interface Writing {
    String write(String value);
  }

  private static int[] coded(int[] codes, String[] values, Values.Builder into, Writing writing) {
    int[] byValue = new int[values.length];
    Arrays.setAll(byValue, value -> into.code(writing.write(values[value])));
    int[] terms = new int[codes.length];
    Arrays.setAll(terms, i -> codes[i] < 0 ? Records.MISSING : byValue[codes[i]]);
    return terms;
  }

  Records records() {
    return records;
  }

  int size() {
    return records.size();
  }

  /** The place of the comparison of this kind, or −1. */
  int indexOf(Kind kind) {
    for (int i = 0; i < comparisons.size(); i++) {
      if (comparisons.get(i).name().equals(kind.word())) {
        return i;
      }
    }
    return -1;
  }

  List<Comparison> comparisons() {
    return comparisons;
  }

  @Nullable Names names() {
    return names;
  }

  @Nullable Dates dates() {
    return dates;
  }

  @Nullable Postcodes postcodes() {
    return postcodes;
  }

  @Nullable Exact sex() {
    return sex;
  }
}
