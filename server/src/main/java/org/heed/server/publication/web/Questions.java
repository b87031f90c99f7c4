package org.heed.server.publication.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.publication.Figures;
import org.heed.server.publication.Question;
import org.heed.server.publication.QuestionText;
import org.heed.server.publication.Recountings;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the question of an address into the form that shows it. */
@Component
class Questions {
  private final Figures figures;
  private final Clock clock;

  Questions(Figures figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  /** The form; with the usual question and an error where what was asked makes no sense. */
  QuestionForm form(Caller caller, Map<String, String> given, String action) {
    try {
      Question question = question(given);
      Recountings.State.AtWork working = figures.prepare(caller, question);
      return form(caller, question, action, typed(given), FormErrors.none(), working);
    } catch (Refused refused) {
      if (refused.code() != Refused.Code.INVALID) {
        throw refused;
      }
      return form(
          caller, question(Map.of()), action, "", FormErrors.of("from", refused.sentence()), null);
    }
  }

  private QuestionForm form(
      Caller caller,
      Question question,
      String action,
      String knownOn,
      FormErrors errors,
      Recountings.State.@Nullable AtWork working) {
    return new QuestionForm(
        action,
        question,
        figures.areas(caller),
        figures.rulebooks(caller),
        knownOn,
        errors,
        working);
  }

  Question question(Map<String, String> given) {
    return QuestionText.parse(given, LocalDate.ofInstant(clock.instant(), Words.LONDON));
  }

  /** The day for the form's field, whether a day or a moment was given. */
  private static String typed(Map<String, String> given) {
    String text = given.getOrDefault("known-at", "").strip();
    return text.indexOf('T') < 0
        ? text
        : Instant.parse(text).minusMillis(1).atZone(Words.LONDON).toLocalDate().toString();
  }
}
