package org.heed.server.dossier.web;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heed.server.review.FlagDecision.Answer;
import org.heed.server.web.FormErrors;

/** A decision as typed. */
public record ReviewForm(
    String decision, Map<String, String> elements, String instead, String reason) {

  /** Nothing chosen yet. */
  public static final ReviewForm EMPTY = new ReviewForm("", Map.of(), "", "");

  private static final Set<String> DECISIONS =
      Stream.of(Answer.values()).map(Answer::code).collect(Collectors.toUnmodifiableSet());
  private static final String ELEMENT = "element-";

  /** From the form's fields; an element's field is its code after "element-". */
  static ReviewForm of(Map<String, String> fields) {
    Map<String, String> elements = new TreeMap<>();
    fields.forEach((name, value) -> {
      if (name.startsWith(ELEMENT)) {
        elements.put(name.substring(ELEMENT.length()), value);
      }
    });
    return new ReviewForm(
        fields.getOrDefault("decision", ""),
        elements,
        fields.getOrDefault("instead", ""),
        fields.getOrDefault("reason", ""));
  }

  /** What is missing. */
  FormErrors errors() {
    FormErrors errors = FormErrors.none();
    if (!DECISIONS.contains(decision)) {
      errors = errors.and("decision", "Select yes, no or that more is needed");
    }
    if (decision.equals("no") && instead.isBlank()) {
      errors = errors.and("instead", "Select what it is instead");
    }
    if (reason.isBlank()) {
      errors = errors.and("reason", "Enter the reason for your decision");
    }
    return errors;
  }

  /** Nothing: the reason is personal. */
  @Override
  public String toString() {
    return "ReviewForm[" + decision + "]";
  }
}
