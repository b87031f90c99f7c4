package org.heed.server.referral;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.safeguarding.CaseFact;
import org.heed.server.safeguarding.CaseFactSource;
import org.heed.server.safeguarding.CaseScope;
import org.heed.server.safeguarding.ChildFacts;
import org.heed.server.safeguarding.OpenThing;
import org.heed.server.store.KnownAt;
import org.springframework.stereotype.Component;

/** Referrals as dated facts, for the clocks of a case of the child referred. */
@Component
public class ReferralFacts implements CaseFactSource {
  private final ReferralStore store;

  public ReferralFacts(ReferralStore store) {
    this.store = store;
  }

  @Override
  public Map<UUID, List<CaseFact>> facts(List<CaseScope> cases, KnownAt known) {
    return ChildFacts.of(
        cases, children -> store.of(children, known), Referral::person, ReferralFacts::of);
  }

  @Override
  public List<OpenThing> open(CaseScope of, KnownAt known, Instant now) {
    return store.of(of.children(), known).stream()
        .filter(Referral::isOpen)
        .map(one ->
            new OpenThing(
                OpenThing.Kind.REFERRAL,
                one.id().toString(),
                "Referral to " + one.content().recipient() + " without an outcome",
                "/referrals/" + one.id()))
        .toList();
  }

  /**
   * What one referral tells standards, each belonging to it: its sending, what social care
   * answered, and that it was taken back. One that was taken back was not sent for any standard.
   */
  static List<CaseFact> of(Referral referral) {
    Service service = referral.content().service();
    boolean care = service == Service.SOCIAL_CARE;
    boolean revoked = referral.last().filter(one -> one == Step.REVOKED).isPresent();
    List<CaseFact> facts = new ArrayList<>();
    for (Referral.Happened one : referral.steps()) {
      List<String> kinds =
          switch (one.step()) {
            case SENT -> revoked ? List.of() : List.of(service.fact());
            case ACCEPTED -> care ? List.of("social-care-decided", "referral-accepted") : List.of();
            case REJECTED -> care ? List.of("social-care-decided") : List.of();
            case REVOKED -> care ? List.of("referral-withdrawn") : List.of();
            case DONE, OUTCOME -> List.of(); // no standard asks for it
          };
      for (String kind : kinds) {
        facts.add(
            new CaseFact(
                kind, one.at(), referral.id().toString(), null, "Referral to " + service.title()));
      }
    }
    return facts;
  }
}
