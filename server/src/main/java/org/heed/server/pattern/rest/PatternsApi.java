package org.heed.server.pattern.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heed.linkage.network.Pattern;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.api.Answers;
import org.heed.server.api.Told;
import org.heed.server.pattern.FoundPattern;
import org.heed.server.pattern.Patterns;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/patterns}: what shows only when reports are put together. */
@RestController
@RequestMapping(value = "/api/v1/patterns", produces = MediaType.APPLICATION_JSON_VALUE)
class PatternsApi {
  private final Patterns patterns;

  PatternsApi(Patterns patterns) {
    this.patterns = patterns;
  }

  @Told("A report that a finding rests on.")
  record RestsOnBody(UUID report, String reference, Instant at) {
    static RestsOnBody of(FoundPattern.Told told) {
      return new RestsOnBody(told.report(), told.reference(), told.at());
    }
  }

  @Told("What somebody decided about a finding.")
  record PatternDecidedBody(
      @Told(
              value = "What was decided.",
              oneOf = {"look-into", "leave"})
          String decision,
      String reason,
      String by,
      Instant at) {
    static PatternDecidedBody of(FoundPattern.Decided one) {
      return new PatternDecidedBody(
          one.lookInto() ? "look-into" : "leave", one.reason(), one.by(), one.at());
    }

    @Override
    public String toString() {
      return "PatternDecidedBody[" + decision + "]";
    }
  }

  @Told("A pattern across reports that are all open to you, with its evidence.")
  record PatternBody(
      UUID id,
      @Told("Which it is, as the rulebook names it.") String pattern,
      @Told("Whose, in words.") String label,
      @Told("The record to show the network around.") UUID centre,
      @Told("How many, and of what, in the rulebook's words.") String says,
      int count,
      @Told("False: the reports write alike, and nobody has said that it is the same.")
          boolean confirmed,
      @Told("What it rests on that nobody has confirmed of its children; null for nothing.")
          @Nullable String unconfirmed,
      @Told("Of shuffles of the same reports, those that count as many or more.") long asMany,
      @Told("How many shuffles were looked at.") long shuffled,
      @Told("The share of wrong ones expected among all told up to this one.") double falseShare,
      @Told("Whose thresholds it was found by.") String rulebook,
      Instant foundAt,
      @Told("When Heed looked and did not find it any more; null while it is found.")
          @Nullable Instant endedAt,
      @Told("In order of time.") List<RestsOnBody> reports,
      @Told("The newest first; the first one holds.") List<PatternDecidedBody> decisions) {
    static PatternBody of(FoundPattern found) {
      return new PatternBody(
          found.id(),
          found.pattern().code(),
          found.label(),
          found.centre(),
          found.says(),
          found.count(),
          found.confirmed(),
          found.unconfirmed() == null ? null : found.unconfirmed().title(),
          found.asMany(),
          found.shuffled(),
          found.falseShare(),
          found.rulebook(),
          found.foundAt(),
          found.endedAt(),
          found.reports().stream().map(RestsOnBody::of).toList(),
          found.decisions().stream().map(PatternDecidedBody::of).toList());
    }

    @Override
    public String toString() {
      return "PatternBody[" + id + "]";
    }
  }

  @Told("Findings with the newest report first; never in an order of rarity.")
  record FoundPatterns(List<PatternBody> patterns) {}

  @GetMapping
  @Needs(Right.PEOPLE)
  @Told(
      "Lists what shows across reports, at most fifty. The look is an entry of the ledger with"
          + " everything shown.")
  @Answers(refuses = {422})
  FoundPatterns list(
      @AuthenticationPrincipal Caller caller,
      @Told("True: those that somebody decided on; false: those that wait.")
          @RequestParam(defaultValue = "false")
          boolean decided,
      @Told("Only of this kind, as the rulebook names it.") @RequestParam(required = false)
          @Nullable String pattern) {
    return new FoundPatterns(
        patterns.list(caller, decided, pattern == null ? null : parse(pattern)).stream()
            .map(PatternBody::of)
            .toList());
  }

  @GetMapping("/{id}")
  @Needs(Right.PEOPLE)
  @Told(
      "Shows one finding with its evidence. The look is an entry of the ledger with everything"
          + " shown.")
  @Answers(refuses = {404})
  PatternBody open(
      @AuthenticationPrincipal Caller caller, @Told("The finding.") @PathVariable UUID id) {
    return PatternBody.of(patterns.open(caller, id));
  }

  private Pattern parse(String code) {
    if (!patterns.kinds().containsKey(code)) {
      throw new Refused(
          Refused.Code.INVALID,
          "pattern is one of " + String.join(", ", patterns.kinds().keySet()));
    }
    return Pattern.parse(code);
  }
}
