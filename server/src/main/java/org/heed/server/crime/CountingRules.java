package org.heed.server.crime;

import java.util.Comparator;
import java.util.List;
import org.heed.rulebook.Counting;
import org.heed.rulebook.OffenceClass;
import org.heed.server.access.Refused;
import org.heed.server.recognition.RulebookInForce;
import org.springframework.stereotype.Component;

/**
 * The rulebook's counting rules, asked: which of several offences against one victim in one
 * incident is the principal one, and whether a class counts as a crime at all.
 */
@Component
public class CountingRules {
  private final RulebookInForce rulebook;

  public CountingRules(RulebookInForce rulebook) {
    this.rulebook = rulebook;
  }

  private Counting counting() {
    return rulebook.rulebook().counting();
  }

  /** The classes that can be recorded. */
  public List<OffenceClass> classes() {
    return counting().classes();
  }

  /** The class of a code the rulebook knows. */
  public OffenceClass get(String offence) {
    return counting()
        .find(offence)
        .orElseThrow(() ->
            new Refused(
                Refused.Code.INVALID,
                "The rulebook has no offence class of that code: choose one from the list."));
  }

  /** Of several offences against one victim in one incident, the one that is recorded. */
  public String principal(List<String> offences) {
    List<String> order = counting().principalCrime();
    return offences.stream()
        .min(
            Comparator.comparingInt(offence -> {
              int place = order.indexOf(offence);
              return place < 0 ? order.size() : place;
            }))
        .orElseThrow(
            () -> new Refused(Refused.Code.INVALID, "Name the offence that was committed."));
  }

  /** Whether a class is counted; N100 is recorded and kept apart. */
  public boolean counts(String offence) {
    return !counting().apart().contains(offence);
  }

  /** The rules' name, as a crime's states carry it. */
  public String rule() {
    return "per-victim, principal-crime " + rulebook.name();
  }
}
