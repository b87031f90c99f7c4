package org.heed.server.linking.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
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
import org.heed.server.linking.SeveralReports;
import org.heed.server.person.Identities;
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
  private final SeveralReports several;
  private final Identities identities;
  private final Once once;

  LinkingApi(
      Proposals proposals,
      Comparing comparing,
      SeveralReports several,
      Identities identities,
      Once once) {
    this.several = several;
    this.proposals = proposals;
    this.comparing = comparing;
    this.identities = identities;
    this.once = once;
  }

  @Told(
      "Two people of the record who may be one, a mention that may mean somebody known, or several"
          + " mentions that are likely of one person whom nobody has put on record.")
  record ProposalBody(
      @Told("A person, or the mention where report is given.") UUID a,
      @Told("A person; another mention where mentions is above 0.") UUID b,
      String nameA,
      String nameB,
      @Nullable LocalDate bornA,
      @Nullable LocalDate bornB,
      @Told("The report of the mention; null where both are people.") @Nullable UUID report,
      @Told("How many mentions are one person, by GET /linking/mentions/{a}; else 0.") int mentions,
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
          one.mentions(),
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

  @Told("A decision that two other people are one.")
  record OfOthers(UUID a, UUID b, String nameA, String nameB, Instant decidedAt) {
    static OfOthers of(Identities.Waiting one) {
      return new OfOthers(one.a(), one.b(), one.nameA(), one.nameB(), one.decidedAt());
    }

    @Override
    public String toString() {
      return "OfOthers[" + a + ", " + b + "]";
    }
  }

  @Told("Decisions that two people are one which others in force speak against.")
  record WaitingDecisions(List<OfOthers> decisions) {}

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
      @Told("Whether decisions in force say that they are one.") boolean areOne,
      @Told("Decisions that others are one which would not hold any more if these are not one.")
          List<OfOthers> noLonger,
      @Told("Decisions that others are one which would hold again if these were unknown.")
          List<OfOthers> again) {
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
          compared.areOne(),
          compared.comingApart().stream().map(OfOthers::of).toList(),
          compared.again().stream().map(OfOthers::of).toList());
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
      @Told(value = "In your words; it is kept.", required = true) @Nullable String reason,
      @Told("True: you know that what no_longer lists will not hold any more.")
          @Nullable Boolean knowing) {
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

  @GetMapping("/waiting")
  @Needs(Right.PEOPLE)
  @Told(
      "Lists decisions that two people are one which do not hold because others in force speak"
          + " against. The look is an entry of the ledger with everybody shown.")
  @Answers
  WaitingDecisions waiting(@AuthenticationPrincipal Caller caller) {
    return new WaitingDecisions(identities.waiting(caller).stream().map(OfOthers::of).toList());
  }

  @GetMapping("/{a}/{b}")
  @Needs(Right.PEOPLE)
  @Told(
      "Compares two people of the record, or a mention, which comes first, and a person, with every"
          + " weight. The look is an entry of the ledger.")
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
          var _ =
              comparing.decide(
                  caller,
                  a,
                  b,
                  verdict,
                  Objects.requireNonNullElse(body.reason(), "").strip(),
                  Boolean.TRUE.equals(body.knowing()));
          return new RecordedDecision(a, b, word(verdict));
        },
        made -> ResponseEntity.status(HttpStatus.CREATED).body(made));
  }

  @Told("What one report says of somebody.")
  record MentionBody(
      UUID mention,
      UUID report,
      String reference,
      String name,
      @Nullable LocalDate dateOfBirth,
      @Nullable String sex) {
    static MentionBody of(SeveralReports.Mention one) {
      return new MentionBody(
          one.id(), one.report(), one.reference(), one.name(), one.born(), one.sex());
    }

    @Override
    public String toString() {
      return "MentionBody[" + mention + "]";
    }
  }

  @Told("Several mentions that are likely of one person whom nobody has put on record.")
  record SeveralBody(
      List<MentionBody> mentions,
      @Told("The two that fit least, whose weights these are.") List<UUID> weighed,
      double weight,
      List<PartBody> parts,
      @Told("The model that the weights are of.") String model,
      @Told("What does not fit.") List<String> conflicts) {
    static SeveralBody of(SeveralReports.Group group) {
      return new SeveralBody(
          group.mentions().stream().map(MentionBody::of).toList(),
          List.of(group.one().id(), group.other().id()),
          group.why().weight(),
          group.why().parts().stream().map(PartBody::of).toList(),
          group.model(),
          group.conflicts());
    }

    @Override
    public String toString() {
      return "SeveralBody[" + mentions.size() + "]";
    }
  }

  @Told("A decision on mentions of a proposal.")
  record NewDecisionOnSeveral(
      @Told(
              value =
                  "What you decide: same puts one person on record whom they mean, different keeps"
                      + " each of them apart from the others.",
              required = true,
              oneOf = {"same", "different"})
          @Nullable String verdict,
      @Told(value = "The mentions that it is about, two or more.", required = true)
          @Nullable List<UUID> mentions,
      @Told(value = "In your words; it is kept.", required = true) @Nullable String reason) {
    @Override
    public String toString() {
      return "NewDecisionOnSeveral[hidden]";
    }
  }

  @Told("What was decided.")
  record RecordedDecisionOnSeveral(
      String verdict, @Told("Who is on record now; null for different.") @Nullable UUID person) {}

  @GetMapping("/mentions/{mention}")
  @Needs(Right.PEOPLE)
  @Told("Compares the mentions of a proposal. The look is an entry of the ledger.")
  @Answers(refuses = {404})
  SeveralBody several(
      @AuthenticationPrincipal Caller caller,
      @Told("The mention that the proposal is known by.") @PathVariable UUID mention) {
    return SeveralBody.of(several.open(caller, mention));
  }

  @PostMapping("/mentions/{mention}/decisions")
  @Needs(Right.PEOPLE)
  @Told(
      "Says that mentions of a proposal are one person, who is put on record and whom they mean, or"
          + " that each is somebody else. Links can be undone one by one.")
  @Answers(
      value = 201,
      refuses = {404, 409, 422})
  ResponseEntity<RecordedDecisionOnSeveral> decideOnSeveral(
      @AuthenticationPrincipal Caller caller,
      @NeedsKey Repeat repeat,
      @Told("The mention that the proposal is known by.") @PathVariable UUID mention,
      @RequestBody NewDecisionOnSeveral body) {
    return once.write(
        caller,
        repeat,
        body,
        RecordedDecisionOnSeveral.class,
        () -> {
          Verdict verdict = verdict(Objects.requireNonNullElse(body.verdict(), ""));
          Set<UUID> chosen =
              new LinkedHashSet<>(Objects.requireNonNullElse(body.mentions(), List.of()));
          String reason = Objects.requireNonNullElse(body.reason(), "").strip();
          switch (verdict) {
            case SAME -> {
              UUID person = several.areOne(caller, mention, chosen, reason);
              return new RecordedDecisionOnSeveral(word(verdict), person);
            }
            case DIFFERENT -> several.areDifferent(caller, mention, chosen, reason);
            case UNKNOWN ->
                throw new Refused(Refused.Code.INVALID, "verdict is one of same, different");
          }
          return new RecordedDecisionOnSeveral(word(verdict), null);
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
