package org.heed.server.safeguarding;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.heed.rulebook.Standard;
import org.heed.server.recognition.RulebookInForce;
import org.springframework.stereotype.Component;

/**
 * What may be recorded as having happened in a case: whatever the standards in force run by, apart
 * from what the record itself knows.
 */
@Component
public class CaseEventKinds {
  /** What follows from the record: acts on the case, its crimes and its flags. */
  static final Set<String> OF_THE_RECORD =
      Set.of(
          "crime-recorded",
          "recorded-as-n100",
          "crime-reported",
          "exploitation-recorded",
          "investigator-named",
          "referred-back",
          "investigation-opened",
          "investigation-closed",
          "closure-proposed",
          "closure-signed",
          "closure-signed-lines-open",
          "closure-taken-back",
          "case-graded-high",
          "case-graded-medium",
          "case-graded-standard",
          "other-child-named",
          "flag-asked",
          "flag-decided",
          "flag-decision-made",
          "flag-checked",
          "flag-set",
          "flag-reviewed",
          "flag-removed",
          "measure-issued",
          "measure-reviewed",
          "measure-ended");

  private static final Set<String> SUPERVISORS =
      Set.of("supervisor-reviewed", "investigator-missing", "crime-not-recorded");

  private final RulebookInForce rulebook;

  public CaseEventKinds(RulebookInForce rulebook) {
    this.rulebook = rulebook;
  }

  /** Every kind with its words, by words. */
  public Map<String, String> all() {
    Map<String, String> all = new TreeMap<>();
    for (Standard standard : rulebook.rulebook().standards()) {
      of(standard).forEach(kind -> all.put(words(kind), kind));
    }
    Map<String, String> byKind = new java.util.LinkedHashMap<>();
    all.forEach((words, kind) -> byKind.put(kind, words));
    return byKind;
  }

  /** What may be recorded for one standard: what shows it done first. */
  public List<String> of(Standard standard) {
    return standard.kinds().filter(kind -> !OF_THE_RECORD.contains(kind)).toList();
  }

  boolean has(String kind) {
    return rulebook.rulebook().standards().stream().anyMatch(one -> of(one).contains(kind));
  }

  /** Whether it counts only with a reason: a clock stands still for it, or it was not done. */
  public boolean asksForReason(String kind) {
    return rulebook.rulebook().standards().stream()
        .anyMatch(one ->
            one.notDone().contains(kind)
                || one.pauses().stream().anyMatch(pause -> pause.from().equals(kind)));
  }

  /** Whether it counts only for whom it names, where more than one could be meant. */
  public boolean asksWhose(String kind) {
    return rulebook.rulebook().standards().stream()
        .anyMatch(
            one -> one.named() && (one.metBy().contains(kind) || one.notDone().contains(kind)));
  }

  /** Whether it is for whoever supervises to say. */
  public boolean isForSupervisors(String kind) {
    return SUPERVISORS.contains(kind);
  }

  /** A kind in words. */
  public static String words(String kind) {
    String words = kind.replace('-', ' ');
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
