package org.heed.server.publication.rest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.api.Answers;
import org.heed.server.api.Told;
import org.heed.server.publication.Figures;
import org.heed.server.publication.QuestionText;
import org.heed.server.web.Words;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/figures}: the parameters are those of the page. */
@RestController
class FiguresApi {
  private final Figures figures;
  private final Clock clock;

  FiguresApi(Figures figures, Clock clock) {
    this.figures = figures;
    this.clock = clock;
  }

  @GetMapping(value = "/api/v1/figures", produces = MediaType.APPLICATION_JSON_VALUE)
  @Needs(Right.FIGURES)
  @Told(
      "Answers a question with a count, its missingness, the period before and its lineage. What"
          + " is left out of it is everything recorded in the twelve whole months before today.")
  @Answers(refuses = 422)
  FigureBody ask(
      @AuthenticationPrincipal Caller caller,
      @Told(
              value = "The question.",
              oneOf = {
                "unit",
                "definition",
                "area",
                "by",
                "clock",
                "from",
                "to",
                "known-at",
                "rulebook"
              })
          @RequestParam
          Map<String, String> given) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.LONDON);
    return FigureBody.of(figures.ask(caller, QuestionText.parse(given, today)));
  }
}
