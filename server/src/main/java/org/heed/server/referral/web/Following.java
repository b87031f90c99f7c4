package org.heed.server.referral.web;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.heed.server.access.Caller;
import org.heed.server.access.Refused;
import org.heed.server.referral.Contact;
import org.heed.server.referral.Outcome;
import org.heed.server.referral.ReferralSteps;
import org.heed.server.referral.Step;
import org.heed.server.web.FormErrors;
import org.heed.server.web.Typed;

/** The two forms by which a referral is followed, for whoever asks and whoever was asked. */
final class Following {
  private final ReferralSteps steps;

  Following(ReferralSteps steps) {
    this.steps = steps;
  }

  /** Records what happened; answers with what is wrong with the form. */
  FormErrors step(Caller caller, UUID id, Typed typed, Instant now) {
    FormErrors errors = FormErrors.none();
    Optional<Step> step = Step.find(typed.get("step"));
    if (step.isEmpty()) {
      errors = errors.and("step", "Select what happened");
    }
    boolean ends = step.filter(Step.OUTCOME::equals).isPresent();
    Optional<Outcome> outcome = ends ? Outcome.find(typed.get("outcome")) : Optional.empty();
    if (ends && outcome.isEmpty()) {
      errors = errors.and("outcome", "Select what came of it for the child");
    }
    errors = typed.longest(typed.moment(errors, "at", "of it", now), "says");
    if (!errors.isEmpty()) {
      return errors;
    }
    return wrong(
        "step",
        () -> {
          Instant at = typed.at("at").orElseThrow();
          if (outcome.isPresent()) {
            steps.outcome(caller, id, outcome.get(), at, typed.text("says"));
          } else {
            steps.step(caller, id, step.orElseThrow(), at, typed.text("says"));
          }
        });
  }

  /** Records a contact; answers with what is wrong with the form. */
  FormErrors contact(Caller caller, UUID id, Typed typed, Instant now) {
    FormErrors errors = FormErrors.none();
    Optional<Contact.Kind> kind = Contact.Kind.find(typed.get("contact"));
    if (kind.isEmpty()) {
      errors = errors.and("contact", "Select how");
    }
    errors = typed.moment(errors, "contact-at", "of it", now);
    errors = typed.required(errors, "contact-says", "Enter what was agreed or tried");
    if (!errors.isEmpty()) {
      return errors;
    }
    return wrong(
        "contact",
        () ->
            steps.contact(
                caller,
                id,
                kind.orElseThrow(),
                typed.at("contact-at").orElseThrow(),
                typed.get("contact-says")));
  }

  /** Records what changed in how to reach the child safely; answers with what is wrong. */
  FormErrors safety(Caller caller, UUID id, Typed typed) {
    FormErrors errors =
        typed.required(
            FormErrors.none(),
            "safe-contact",
            "Enter how to reach the child safely, or that nobody knows");
    errors =
        typed.required(
            errors, "safe-danger", "Enter what is known to be dangerous, or that nothing is");
    errors = typed.required(errors, "safe-reason", "Enter what changed");
    return errors.isEmpty()
        ? wrong(
            "safe-contact",
            () ->
                steps.safety(
                    caller,
                    id,
                    typed.get("safe-contact"),
                    typed.get("safe-danger"),
                    typed.get("safe-reason")))
        : errors;
  }

  private static FormErrors wrong(String field, Runnable act) {
    try {
      act.run();
      return FormErrors.none();
    } catch (Refused refused) {
      if (refused.code() != Refused.Code.INVALID) {
        throw refused;
      }
      return FormErrors.of(field, refused.sentence());
    }
  }
}
