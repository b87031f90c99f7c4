package org.heed.server.safeguarding.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.heed.server.api.Told;
import org.heed.server.safeguarding.CaseClock;
import org.heed.server.safeguarding.CaseFile;
import org.heed.server.safeguarding.CaseView;
import org.jspecify.annotations.Nullable;

@Told("A case as known, with its clocks, the most pressing first.")
record CaseAnswer(
    UUID id,
    String number,
    @Told(
            value = "What it is for.",
            oneOf = {"child", "group", "place"})
        String kind,
    String area,
    String subject,
    @Told(
            value = "What was last done to it as a whole.",
            oneOf = {"opened", "closure-proposed", "closure-taken-back", "closed", "reopened"})
        String standing,
    @Told("The account that answers for it; null: nobody yet.") @Nullable UUID owner,
    String team,
    Instant openedAt,
    @Told("The reports it is about that are open to you.") List<UUID> reports,
    List<Member> people,
    List<Running> clocks) {

  @Told("Somebody whom the case is about.")
  record Member(UUID member, String role, @Nullable UUID person, String name) {
    static Member of(CaseFile.Involved one) {
      return new Member(one.member(), one.role().code(), one.person(), one.name());
    }

    @Override
    public String toString() {
      return "Member[" + role + "]";
    }
  }

  @Told("A standard's clock.")
  record Running(
      @Told("The standard.") String standard,
      @Told(
              "How it reads: met, late, breached, outside default, due, not evidenced or not"
                  + " applicable.")
          String reads,
      @Told("Why, as a code.") String why,
      @Told("What it belongs to, such as a referral, or else whose it is.") @Nullable String of,
      @Told("The child whose it is, by their place in the case.") @Nullable String child,
      @Told("The deadline as it was at the start.") @Nullable Instant originalDeadline,
      @Told("The deadline with the time in which it stood still.") @Nullable Instant deadline,
      @Told("What the standard rests on: statutory, local or default.") String basis,
      @Told(
              "When it was last held against its primary text; null: it was not, and nobody"
                  + " breaches it.")
          @Nullable LocalDate checked,
      @Told("Where the standard comes from.") String source,
      @Told("The rulebook that it runs under: the one in force when it started.") String rulebook,
      @Told("The facts that decide, in order of time.") List<Because> because) {
    static Running of(CaseClock one) {
      return new Running(
          one.clock().standard().id(),
          one.clock().reads(),
          one.clock().why().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
          one.of().orElse(null),
          one.child().orElse(null),
          one.clock().original().orElse(null),
          one.clock().deadline().orElse(null),
          one.clock().standard().basis().word(),
          one.clock().standard().checked().orElse(null),
          one.clock().standard().source(),
          one.rulebook(),
          one.because().stream()
              .map(fact ->
                  new Because(
                      fact.kind(),
                      fact.at(),
                      fact.of() == null ? fact.child() : fact.of(),
                      fact.from()))
              .toList());
    }
  }

  @Told("A fact that decides.")
  record Because(
      String kind,
      Instant at,
      @Told("What it belongs to.") @Nullable String of,
      @Told("Where it comes from, in words.") String from) {}

  static CaseAnswer of(CaseView view) {
    CaseFile file = view.file();
    return new CaseAnswer(
        file.id(),
        file.number(),
        file.kind().code(),
        file.area(),
        file.subject(),
        file.standing().code(),
        file.owner().owner(),
        file.owner().team(),
        file.openedAt(),
        file.reports().stream().map(CaseFile.LinkedReport::report).toList(),
        file.people().stream().map(Member::of).toList(),
        view.clocks().stream().map(Running::of).toList());
  }

  /** The identifier only; the rest is personal. */
  @Override
  public String toString() {
    return "CaseAnswer[" + id + "]";
  }
}
