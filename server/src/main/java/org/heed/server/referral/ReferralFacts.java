package org.heed.server.referral;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heed.server.safeguarding.CaseFact;
import org.heed.server.safeguarding.CaseFactSource;
import org.heed.server.safeguarding.CaseScope;
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
    Set<UUID> people = new LinkedHashSet<>();
    cases.forEach(one -> people.addAll(one.children()));
    if (people.isEmpty()) {
      return Map.of();
    }
    Map<UUID, List<CaseFact>> byPerson = new HashMap<>();
    for (Referral referral : store.of(people, known)) {
      byPerson.computeIfAbsent(referral.person(), _ -> new ArrayList<>()).addAll(of(referral));
    }
    Map<UUID, List<CaseFact>> facts = new HashMap<>();
    for (CaseScope one : cases) {
      List<CaseFact> all = new ArrayList<>();
      one.children().forEach(child -> all.addAll(byPerson.getOrDefault(child, List.of())));
      if (!all.isEmpty()) {
        facts.put(one.id(), all);
      }
    }
    return facts;
  }

  /** What one referral tells standards: its sending, and that social care decided. */
  static List<CaseFact> of(Referral referral) {
    Service service = referral.content().service();
    String from = "Referral to " + service.title();
    List<CaseFact> facts = new ArrayList<>();
    for (Referral.Happened one : referral.steps()) {
      switch (one.step()) {
        case SENT -> facts.add(CaseFact.of(service.fact(), one.at(), from));
        case ACCEPTED, REJECTED -> {
          if (service == Service.SOCIAL_CARE) {
            facts.add(CaseFact.of("social-care-decided", one.at(), from));
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
