package org.heed.server.dossier.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.heed.server.report.ReportFile;
import org.heed.server.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * The forms of a mention's page as typed: whom it means, who is created for it, why, and why a link
 * is undone.
 */
public record MentionForm(
    String person, String because, String given, String family, String born, String why) {

  /** Nothing typed yet: a new person is offered as the report speaks of them. */
  static MentionForm of(ReportFile.Mention mention) {
    return new MentionForm(
        "",
        "",
        text(mention.givenName()),
        text(mention.familyName()),
        mention.dateOfBirth() == null ? "" : mention.dateOfBirth().toString(),
        "");
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  /** What is wrong with the choice of a known person. */
  FormErrors wrongChoice() {
    FormErrors errors = FormErrors.none();
    if (person.isBlank()) {
      errors = errors.and("person", "Select the person whom the report means");
    }
    if (because.isBlank()) {
      errors = errors.and("because", "Enter why you are sure that this is the same person");
    }
    return errors;
  }

  /** What is wrong with the new person. */
  FormErrors wrongPerson(LocalDate today) {
    FormErrors errors = FormErrors.none();
    if (given.isBlank() && family.isBlank() && born.isBlank()) {
      errors = errors.and("given", "Enter a name or a date of birth");
    }
    LocalDate day = birth();
    if (!born.isBlank() && (day == null || day.isAfter(today))) {
      errors =
          errors.and("born", "Enter the date of birth as a day in the past, such as 2012-03-31");
    }
    return errors;
  }

  /** The date of birth, where a day was typed. */
  @Nullable LocalDate birth() {
    try {
      return LocalDate.parse(born.strip());
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "MentionForm[hidden]";
  }
}
