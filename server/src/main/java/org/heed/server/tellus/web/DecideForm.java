package org.heed.server.tellus.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.server.report.MentionRole;
import org.heed.server.report.NewMention;
import org.heed.server.tellus.Message;
import org.heed.server.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** What is decided about a message, as typed. */
public record DecideForm(
    String decision,
    String area,
    String given,
    String family,
    String age,
    String reference,
    String reason) {
  private static final int LONGEST = 300;
  private static final int LONGEST_REASON = 4_000;

  /** As the message itself says it, for whoever begins. */
  static DecideForm of(Message message) {
    String name = message.childName() == null ? "" : message.childName().strip();
    int cut = name.lastIndexOf(' ');
    return new DecideForm(
        "",
        message.standing().area() == null ? "" : message.standing().area(),
        cut < 0 ? name : name.substring(0, cut),
        cut < 0 ? "" : name.substring(cut + 1),
        message.childAge() == null ? "" : message.childAge().toString(),
        "",
        "");
  }

  /** As sent. */
  static DecideForm of(Map<String, String> fields) {
    return new DecideForm(
        fields.getOrDefault("decision", ""),
        fields.getOrDefault("area", ""),
        fields.getOrDefault("given", ""),
        fields.getOrDefault("family", ""),
        fields.getOrDefault("age", ""),
        fields.getOrDefault("reference", ""),
        fields.getOrDefault("reason", ""));
  }

  FormErrors errors(Set<String> areas) {
    FormErrors errors = FormErrors.none();
    if (!Set.of("report", "join", "close").contains(decision)) {
      errors = errors.and("decision", "Select what becomes of the message");
    }
    if (decision.equals("report")) {
      if (!areas.contains(area)) {
        errors = errors.and("area", "Select the area");
      }
      if (given.length() > LONGEST || family.length() > LONGEST) {
        errors = errors.and("given", "Make the name 300 characters or fewer");
      }
      if (!age.isBlank() && !age.strip().matches("[0-9]{1,2}|1[01][0-9]|120")) {
        errors = errors.and("age", "Enter the age as a number, or leave it out");
      }
    }
    if (decision.equals("join") && reference.isBlank()) {
      errors = errors.and("reference", "Enter the reference of the report");
    }
    if (reason.isBlank()) {
      errors = errors.and("reason", "Enter why");
    } else if (reason.length() > LONGEST_REASON) {
      errors = errors.and("reason", "Make the reason 4,000 characters or fewer");
    }
    return errors;
  }

  /** The child of the message, if anything is known of one. */
  List<NewMention> child() {
    if (given.isBlank() && family.isBlank() && age.isBlank()) {
      return List.of();
    }
    return List.of(
        new NewMention(
            MentionRole.VICTIM,
            text(given),
            text(family),
            null,
            age.isBlank() ? null : Integer.valueOf(age.strip()),
            null,
            null,
            null,
            null,
            null));
  }

  private static @Nullable String text(String typed) {
    return typed.isBlank() ? null : typed.strip();
  }

  /** The decision only; the rest is personal. */
  @Override
  public String toString() {
    return "DecideForm[" + decision + "]";
  }
}
