package org.heed.server.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heed.server.safeguarding.CaseFact;
import org.heed.server.safeguarding.CaseFactSource;
import org.heed.server.safeguarding.CaseScope;
import org.heed.server.safeguarding.ChildFacts;
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

  /** What one referral tells standards, each belonging to it: its sending, and the decision. */
  static List<CaseFact> of(Referral referral) {
    Service service = referral.content().service();
    String of = referral.id().toString();
    String from = "Referral to " + service.title();
    List<CaseFact> facts = new ArrayList<>();
    for (Referral.Happened one : referral.steps()) {
      switch (one.step()) {
        case SENT -> facts.add(new CaseFact(service.fact(), one.at(), of, null, from));
        case ACCEPTED, REJECTED -> {
          if (service == Service.SOCIAL_CARE) {
            facts.add(new CaseFact("social-care-decided", one.at(), of, null, from));
          }
        }
        case DONE, REVOKED, OUTCOME -> {
          // No standard asks for it.
        }
      }
    }
    return facts;
  }
}
