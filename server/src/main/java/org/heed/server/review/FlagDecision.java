package org.heed.server.review;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person's decision whether a report, or a crime of it, is child sexual exploitation.
 *
 * @param report the report decided on
 * @param crime the crime, where the decision is on one
 * @param answer yes, no, or that more is needed
 * @param elements each element of the definition: present, absent or not-known
 * @param instead on a no: what it is instead
 * @param route who or what led to it: officer, quality-assurance, prompt, random-review
 * @param reason in the decider's words
 * @param decidedAt when, for imported history; null: now
 * @param reviewOn when the decision is looked at again
 */
public record FlagDecision(
    UUID report,
    @Nullable UUID crime,
    Answer answer,
    Map<String, String> elements,
    @Nullable String instead,
    String route,
    String reason,
    @Nullable Instant decidedAt,
    @Nullable LocalDate reviewOn) {

  /** What was decided. */
  public enum Answer {
    YES("yes"),
    NO("no"),
    NEED_MORE("need-more");

    private final String code;

    Answer(String code) {
      this.code = code;
    }

    /** As the record has it. */
    public String code() {
      return code;
    }

    /** The answer with that code. */
    public static Answer parse(String code) {
      for (Answer answer : values()) {
        if (answer.code.equals(code)) {
          return answer;
        }
      }
      throw new IllegalArgumentException("decision is one of yes, no, need-more");
    }
  }

  public FlagDecision {
    elements = java.util.Collections.unmodifiableMap(new TreeMap<>(elements));
  }

  /** Without the reason, which is personal. */
  @Override
  public String toString() {
    return "FlagDecision[" + report + " " + answer + "]";
  }
}
