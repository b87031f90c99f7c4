package org.heed.server.referral.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Right;
import org.heed.server.referral.FollowUps;
import org.heed.server.web.Crumb;
import org.heed.server.web.Html;
import org.heed.server.web.Section;
import org.heed.server.web.Shell;
import org.heed.server.web.Words;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /referrals/follow-up}: offered, accepted, reached, outcomes, by who was asked. */
@Controller
class FollowUpPages {
  private final FollowUps followUps;
  private final Clock clock;

  FollowUpPages(FollowUps followUps, Clock clock) {
    this.followUps = followUps;
    this.clock = clock;
  }

  @GetMapping("/referrals/follow-up")
  @Needs(Right.SUPERVISE)
  Html compare(
      Shell shell,
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "") String to) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.LONDON);
    LocalDate last = day(to, today);
    LocalDate first = day(from, last.minusYears(1));
    return Html.of(
        "referral/followUp",
        new FollowUpPage(
            shell
                .page("What becomes of referrals")
                .in(Section.PEOPLE)
                .under(new Crumb("Referrals", "/referrals")),
            first.toString(),
            last.toString(),
            followUps.between(
                caller,
                first.atStartOfDay(Words.LONDON).toInstant(),
                last.plusDays(1).atStartOfDay(Words.LONDON).toInstant())));
  }

  private static LocalDate day(String typed, LocalDate otherwise) {
    try {
      LocalDate day = LocalDate.parse(typed.strip());
      return day.getYear() < 1990 || day.getYear() > 9998 ? otherwise : day;
    } catch (DateTimeException e) {
      return otherwise;
    }
  }
}
