package org.heed.server.linking.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.heed.linkage.Explanation;
import org.heed.linkage.decision.Verdict;
import org.heed.server.access.Caller;
import org.heed.server.access.Needs;
import org.heed.server.access.Refused;
import org.heed.server.access.Right;
import org.heed.server.api.Answers;
import org.heed.server.api.NeedsKey;
import org.heed.server.api.Once;
import org.heed.server.api.Repeat;
import org.heed.server.api.Told;
import org.heed.server.linking.Compared;
import org.heed.server.linking.Comparing;
import org.heed.server.linking.Proposals;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/v1/linking}: people who may be one, and what somebody decides on two. */
@RestController
@RequestMapping(value = "/api/v1/linking", produces = MediaType.APPLICATION_JSON_VALUE)
class LinkingApi {
  private static final int MOST = 50;

  private final Proposals proposals;
  private final Comparing comparing;
  private final Once once;

  LinkingApi(Proposals proposals, Comparing comparing, Once once) {
    this.proposals = proposals;
    this.comparing = comparing;
    this.once = once;
  }

  @Told("Two people of the record who may be one, or a mention that may mean somebody known.")
  record ProposalBody(
      @Told("A person, or the mention where report is given.") UUID a,
      @Told("A person.") UUID b,
      String nameA,
      String nameB,
      @Nullable LocalDate bornA,
      @Nullable LocalDate bornB,
      @Told("The report of the mention; null where both are people.") @Nullable UUID report,
      @Told("The logarithm to base 2 of the odds; never an order among children.") double weight,
      Instant proposedAt) {
    static ProposalBody of(Proposals.Proposal one) {
      return new ProposalBody(
          one.a(),
          one.b(),
          one.nameA(),
          one.nameB(),
          one.bornA(),
          one.bornB(),
          one.report(),
          one.weight(),
          one.at());
    }

    @Override
    public String toString() {
      return "ProposalBody[" + a + ", " + b + "]";
    }
  }

  @Told("The proposals that wait longest, those open to you.")
  record OpenProposals(List<ProposalBody> proposals) {}

  @Told("What one comparison says.")
  record PartBody(String comparison, String level, double weight) {
    static PartBody of(Explanation.Part part) {
      return new PartBody(part.comparison(), part.level(), part.weight());
    }
  }

  @Told("What somebody decided on the two.")
  record DecisionBody(
      @Told(
              value = "What was decided.",
              oneOf = {"same", "different", "unknown"})
          String verdict,
      String reason,
      String by,
      Instant at) {
    @Override
    public String toString() {
      return "DecisionBody[" + verdict + "]";
    }
  }

  @Told("Two people side by side.")
  record ComparedBody(
      UUID a,
      UUID b,
      @Told("The sum of the parts.") double weight,
      List<PartBody> parts,
      @Told("The model that the weights are of.") String model,
      @Told("What does not fit.") List<String> conflicts,
      @Told("Everybody who would be shown as one person.") List<String> together,
      @Told("In order; the last one holds.") List<DecisionBody> decisions,
      @Told("Whether decisions in force say that they are one.") boolean areOne) {
    static ComparedBody of(Compared compared) {
      return new ComparedBody(
          compared.one().id(),
          compared.other().id(),
          compared.why().weight(),
          compared.why().parts().stream().map(PartBody::of).toList(),
          compared.model(),
          compared.conflicts(),
          compared.together(),
          compared.decisions().stream()
              .map(made ->
                  new DecisionBody(
                      word(made.decision().verdict()),
                      made.decision().reason(),
                      made.by(),
                      made.decision().at()))
              .toList(),
          compared.areOne());
    }

    @Override
    public String toString() {
      return "ComparedBody[" + a + ", " + b + "]";
    }
  }

  @Told("A decision on two people; another one later undoes it.")
  record NewDecision(
      @Told(
              value = "What you decide: unknown takes back what was decided.",
              required = true,
              oneOf = {"same", "different", "unknown"})
          @Nullable String verdict,
      @Told(value = "In your words; it is kept.", required = true) @Nullable String reason) {
    @Override
    public String toString() {
      return "NewDecision[hidden]";
    }
  }

  @Told("What was decided.")
  record RecordedDecision(UUID a, UUID b, String verdict) {}

  @GetMapping("/proposals")
  @Needs(Right.PEOPLE)
  @Told(
      "Lists who may be one, the oldest proposal first. The look is an entry of the ledger with"
          + " everybody shown.")
  @Answers
  OpenProposals proposals(@AuthenticationPrincipal Caller caller) {
    return new OpenProposals(proposals.list(caller, MOST).stream().map(ProposalBody::of).toList());
  }

  @GetMapping("/{a}/{b}")
  @Needs(Right.PEOPLE)
  @Told("Compares two people of the record, with every weight. The look is an entry of the ledger.")
  @Answers(refuses = {404, 422})
  ComparedBody compare(
      @AuthenticationPrincipal Caller caller,
      @Told("A person.") @PathVariable UUID a,
      @Told("Another.") @PathVariable UUID b) {
    return ComparedBody.of(comparing.open(caller, a, b));
  }

  @PostMapping("/{a}/{b}/decisions")
  @Needs(Right.PEOPLE)
  @Told(
      "Says that two people of the record are one, that they are not, or that no decision holds."
          + " Nothing is overwritten, and what lay before you is kept with it.")
  @Answers(
      value = 201,
      refuses = {404, 409, 422})
  ResponseEntity<RecordedDecision> decide(
      @AuthenticationPrincipal Caller caller,
      @NeedsKey Repeat repeat,
      @Told("A person.") @PathVariable UUID a,
      @Told("Another.") @PathVariable UUID b,
      @RequestBody NewDecision body) {
    return once.write(
        caller,
        repeat,
        body,
        RecordedDecision.class,
        () -> {
          Verdict verdict = verdict(Objects.requireNonNullElse(body.verdict(), ""));
          comparing.decide(
              caller, a, b, verdict, Objects.requireNonNullElse(body.reason(), "").strip());
          return new RecordedDecision(a, b, word(verdict));
        },
        made -> ResponseEntity.status(HttpStatus.CREATED).body(made));
  }

  private static Verdict verdict(String typed) {
    for (Verdict verdict : Verdict.values()) {
      if (word(verdict).equals(typed)) {
        return verdict;
      }
    }
    throw new Refused(Refused.Code.INVALID, "verdict is one of same, different, unknown");
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }
}
