package org.heed.server.referral.web;

import java.util.Arrays;
import java.util.List;
import org.heed.server.referral.Contact;
import org.heed.server.referral.Outcome;
import org.heed.server.referral.Referral;
import org.heed.server.referral.Step;
import org.heed.server.web.Choice;
import org.heed.server.web.Fact;
import org.heed.server.web.Page;
import org.heed.server.web.Typed;

/**
 * The model of {@code referral/referral.jte}.
 *
 * @param address where its pages are
 * @param ours whether the reader is of those who ask, and not of those who were asked
 */
public record ReferralPage(
    Page page, Referral referral, String address, boolean ours, Typed typed) {

  public List<Fact> safety() {
    return ReferralRows.safety(referral);
  }

  public List<Fact> content() {
    return ReferralRows.content(referral);
  }

  /** What may happen next, for the reader to say. */
  public List<Choice> steps() {
    return Arrays.stream(Step.values())
        .filter(one -> ours || one.isAnswer())
        .filter(one -> one.mayFollow(referral.last()))
        .map(one -> Choice.of(one.code(), one.title()).chosen(typed.get("step")))
        .toList();
  }

  /** What can have come of it for the child; none where an outcome may not follow yet. */
  public List<Choice> outcomes() {
    return Step.OUTCOME.mayFollow(referral.last())
        ? Outcome.of(referral.content().service()).stream()
            .map(one -> Choice.of(one.code(), one.title()).chosen(typed.get("outcome")))
            .toList()
        : List.of();
  }

  public List<Choice> contactKinds() {
    return Choice.list(Contact.Kind.values(), typed.get("contact"));
  }

  /** Whether the form of a contact is sent back. */
  public boolean contactWrong() {
    return page.errors().list().stream().anyMatch(one -> one.field().startsWith("contact"));
  }

  /** Whether the form of how to reach the child safely is sent back. */
  public boolean safetyWrong() {
    return page.errors().list().stream().anyMatch(one -> one.field().startsWith("safe-"));
  }

  /**
   * What the form of how to reach the child safely holds: as said last, until something is typed.
   */
  public String safe(String field, String said) {
    return safetyWrong() ? typed.get(field) : said;
  }

  /** The forms that one record fills. */
  public List<ReferralForm> forms() {
    return List.of(ReferralForm.values());
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "ReferralPage[" + referral.id() + "]";
  }
}
