package org.heed.linkage;

/**
 * How the columns of a table are written, which one value alone does not show.
 *
 * @param familyFirst full names as “family, given”
 * @param monthFirst dates with the month before the day
 * @param yearsAlone the first of January where nothing but the year is known
 */
record Habits(boolean familyFirst, boolean monthFirst, boolean yearsAlone) {

  /** As the values of these records show. */
  static Habits of(Records records) {
    int full = records.layout().indexOf(Kind.FULL_NAME);
    int born = records.layout().indexOf(Kind.DATE_OF_BIRTH);
    boolean monthFirst = born >= 0 && DateReader.monthFirst(records.values(born));
    return new Habits(
        full >= 0 && NameParts.familyFirst(records.values(full)),
        monthFirst,
        born >= 0
            && Dates.yearsAlone(
                records.codes(born), records.values(born), new DateReader(monthFirst)));
  }
}
