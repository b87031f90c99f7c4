package org.heed.server.tellus;

import java.util.Map;
import java.util.Set;
import org.heed.server.web.FormErrors;

/** What is wrong with a page's answers. A child is asked for as little as can be. */
public final class Answers {
  /** The longest account that one message takes. */
  public static final int LONGEST = 20_000;

  private static final int LONGEST_LINE = 300;
  private static final int LONGEST_NOTE = 2_000;
  private static final int OLDEST = 120;
  private static final Set<String> DANGERS = Set.of("now", "not-now", "not-sure");
  private static final Set<String> ABOUT = Set.of("me", "child", "place");
  private static final Set<String> HOW = Set.of("phone", "text", "email", "someone", "none");
  private static final Map<String, String> NOTES =
      Map.of("where", "where and when", "when", "when it is safe", "care", "what we must not do");

  private Answers() {}

  /** What has to be put right on a page before the next; empty when nothing. */
  public static FormErrors errors(Telling telling, Way way, Step step) {
    FormErrors errors = FormErrors.none();
    switch (step) {
      case DANGER -> {
        if (!DANGERS.contains(telling.answer("danger"))) {
          errors = errors.and("danger", "Select whether anyone is in danger now");
        }
      }
      case HAPPENED -> {
        String happened = telling.answer("happened");
        if (happened.isBlank()) {
          errors = errors.and("happened", "Enter what has happened. A few words are enough");
        } else if (happened.length() > LONGEST) {
          errors =
              errors.and(
                  "happened",
                  "This is longer than we can take at once. Make it 20,000 characters or fewer and"
                      + " send the rest as a second message. Nothing you wrote is lost");
        }
      }
      case ABOUT -> {
        if (!ABOUT.contains(telling.answer("about"))) {
          errors = errors.and("about", "Select who or what this is about");
        }
        errors = line(errors, telling, "child", "the name");
        String age = telling.answer("age").strip();
        if (!age.isEmpty() && (!age.matches("[0-9]{1,3}") || Integer.parseInt(age) > OLDEST)) {
          errors = errors.and("age", "Enter the age as a number, or leave it out");
        }
      }
      case WHERE -> errors = note(errors, telling, "where");
      case YOU -> {
        errors = required(errors, telling, "name", "Enter your name");
        errors = required(errors, telling, "role", "Enter what your role is");
        errors = required(errors, telling, "organisation", "Enter where you work");
        errors = line(errors, telling, "name", "your name");
        errors = line(errors, telling, "role", "your role");
        errors = line(errors, telling, "organisation", "where you work");
      }
      case CONTACT -> {
        errors = line(errors, telling, "name", "what we should call you");
        String how = telling.answer("how");
        if (!HOW.contains(how) || (way == Way.PROFESSIONAL && how.equals("none"))) {
          errors = errors.and("how", "Select how we can contact you");
        } else if (!how.equals("none")) {
          errors = required(errors, telling, "to", "Enter the number, address or person");
        }
        errors = line(errors, telling, "to", "the number, address or person");
        errors = note(errors, telling, "when");
        errors = note(errors, telling, "care");
        errors = note(errors, telling, "knows");
      }
    }
    return errors;
  }

  private static FormErrors required(
      FormErrors errors, Telling telling, String field, String message) {
    return telling.answer(field).isBlank() ? errors.and(field, message) : errors;
  }

  private static FormErrors line(FormErrors errors, Telling telling, String field, String what) {
    return telling.answer(field).length() > LONGEST_LINE
        ? errors.and(field, "Make " + what + " " + LONGEST_LINE + " characters or fewer")
        : errors;
  }

  private static FormErrors note(FormErrors errors, Telling telling, String field) {
    return telling.answer(field).length() > LONGEST_NOTE
        ? errors.and(
            field,
            "Make "
                + NOTES.getOrDefault(field, "this")
                + " 2,000 characters or fewer. Nothing you wrote is lost")
        : errors;
  }
}
