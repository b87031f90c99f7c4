package org.heed.server.importing;

import java.util.Set;
import org.heed.linkage.thing.ThingKind;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.Operations;
import org.heed.server.report.ReportKind;

/** Fields whose values are words of a fixed list. */
final class Codes {
  private static final Set<String> BASES = Set.of("self-defined", "officer-defined", "not-stated");

  private Codes() {}

  /**
   * Refuses a word that is not on the field's list, where it has one.
   *
   * @throws IllegalArgumentException naming the words that are
   */
  static void check(Field field, String code) {
    switch (field) {
      case KIND -> ReportKind.parse(code);
      case ROUTE -> NoticeRoute.parse(code);
      case ROLE -> MentionRole.parse(code);
      case THING_KIND -> ThingKind.parse(code);
      case OPERATION -> {
        if (Operations.name(code).isEmpty()) {
          throw new IllegalArgumentException(
              "operation is a name of up to 60 letters, digits, spaces, hyphens and apostrophes");
        }
      }
      case ETHNICITY_BASIS -> {
        if (!BASES.contains(code)) {
          throw new IllegalArgumentException(
              "ethnicity_basis is one of self-defined, officer-defined, not-stated");
        }
      }
      case SOURCE,
          REFERENCE,
          NARRATIVE,
          AREA,
          OCCURRED_FROM,
          OCCURRED_TO,
          REPORTED_AT,
          RECORDED_AT,
          OFFENCE,
          GRADING,
          POLICING_PURPOSE,
          REVIEW_ON,
          GIVEN_NAME,
          FAMILY_NAME,
          DATE_OF_BIRTH,
          AGE,
          SEX,
          ETHNICITY,
          NATIONALITY,
          KEY,
          WRITTEN,
          DETAIL,
          THING_KEY -> {}
    }
  }
}
