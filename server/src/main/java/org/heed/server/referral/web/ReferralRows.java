package org.heed.server.referral.web;

import java.util.ArrayList;
import java.util.List;
import org.heed.server.person.KnownPerson;
import org.heed.server.referral.NewReferral;
import org.heed.server.referral.Referral;
import org.heed.server.web.Fact;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/** What a referral says, in rows, on every page and form alike. */
final class ReferralRows {
  private ReferralRows() {}

  /** How to reach the child and what is dangerous: first, everywhere. */
  static List<Fact> safety(Referral referral) {
    List<Fact> facts = new ArrayList<>();
    facts.add(
        new Fact("How to make contact safely", referral.safeContact().lines().toList(), List.of()));
    facts.add(new Fact("Known danger", referral.danger().lines().toList(), List.of()));
    for (Referral.Safety one : referral.safety()) {
      facts.add(
          new Fact(
              "Changed",
              List.of(one.reason(), Words.dateTime(one.at()) + ", " + one.by()),
              List.of()));
    }
    if (!referral.safety().isEmpty()) {
      facts.add(
          new Fact(
              "As first written",
              List.of(referral.content().safeContact(), referral.content().danger()),
              List.of()));
    }
    return facts;
  }

  static List<Fact> content(Referral referral) {
    NewReferral content = referral.content();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Asked", content.service().title() + ": " + content.recipient()));
    if (content.agency() != null) {
      facts.add(Fact.of("Who signs in and sees it", Words.title(content.agency())));
    }
    facts.add(new Fact("Why", content.concern().lines().toList(), List.of()));
    facts.add(
        new Fact(
            "What makes sharing lawful",
            List.of(content.basis().title(), content.basisReason()),
            List.of()));
    facts.add(Fact.of("Whether the child agrees to support", content.agreed().title()));
    facts.add(Fact.of("Area", Words.title(content.area())));
    facts.add(Fact.of("Written by", referral.by() + ", " + Words.dateTime(referral.at())));
    return facts;
  }

  /** The child, as a form asks for it. */
  static List<Fact> child(KnownPerson person) {
    return List.of(
        Fact.of("Name", person.name()),
        Fact.of(
            "Date of birth", person.dateOfBirth() == null ? "" : Words.date(person.dateOfBirth())),
        known("Sex", person.sex()),
        known("Ethnicity", person.ethnicity()),
        known("Nationality", person.nationality()),
        known("Disability", person.disability()));
  }

  private static Fact known(String key, @Nullable String value) {
    return Fact.of(key, value == null ? "" : Words.title(value));
  }
}
