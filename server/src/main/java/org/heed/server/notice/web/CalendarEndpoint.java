package org.heed.server.notice.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.OpenToAll;
import org.heed.server.access.Reach;
import org.heed.server.access.Right;
import org.heed.server.access.Sessions;
import org.heed.server.notice.CalendarFeed;
import org.heed.server.safeguarding.DeadlineSource;
import org.heed.server.safeguarding.Workloads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * {@code /calendar.ics}: a calendar program asks with HTTP Basic authentication (RFC 7617), the
 * name that its owner signs in with and the calendar's own password, so that no secret is in an
 * address.
 */
@Controller
class CalendarEndpoint {
  private static final String BASIC = "Basic ";
  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final Reach reach;
  private final Sessions sessions;
  private final Workloads workloads;
  private final List<DeadlineSource> others;
  private final CalendarFeed feed;
  private final Clock clock;

  CalendarEndpoint(
      Reach reach,
      Sessions sessions,
      Workloads workloads,
      List<DeadlineSource> others,
      CalendarFeed feed,
      Clock clock) {
    this.reach = reach;
    this.sessions = sessions;
    this.workloads = workloads;
    this.others = List.copyOf(others);
    this.feed = feed;
    this.clock = clock;
  }

  @GetMapping("/calendar.ics")
  @OpenToAll("a calendar program signs in with its own password")
  ResponseEntity<String> calendar(
      @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
          @Nullable String authorization) {
    Optional<Caller> caller = account(authorization).flatMap(sessions::openCalendar);
    if (caller.isEmpty()) {
      return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
          .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Heed calendar\", charset=\"UTF-8\"")
          .contentType(MediaType.TEXT_PLAIN)
          .body("Sign in with your name and your calendar’s password.");
    }
    try {
      return ResponseEntity.ok()
          .contentType(CALENDAR)
          .body(
              feed.of(
                  caller.get().may(Right.CASES) ? workloads.mine(caller.get()) : List.of(),
                  others.stream().flatMap(one -> one.mine(caller.get()).stream()).toList(),
                  clock.instant()));
    } finally {
      sessions.signOut(caller.get().token());
    }
  }

  private Optional<UUID> account(@Nullable String authorization) {
    if (authorization == null || !authorization.startsWith(BASIC)) {
      return Optional.empty();
    }
    try {
      String[] parts =
          new String(
                  Base64.getDecoder().decode(authorization.substring(BASIC.length()).strip()),
                  StandardCharsets.UTF_8)
              .split(":", 2);
      return parts.length < 2 ? Optional.empty() : reach.calendarOf(parts[0], parts[1]);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
