package org.heed.server.publication.rest;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.publication.Figures;
import org.heed.server.publication.QuestionText;
import org.heed.server.web.Words;
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

  @GetMapping("/api/v1/figures")
  @Needs(Right.FIGURES)
  FigureBody ask(@AuthenticationPrincipal Caller caller, @RequestParam Map<String, String> given) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.LONDON);
    return FigureBody.of(figures.ask(caller, QuestionText.parse(given, today)));
  }
}
