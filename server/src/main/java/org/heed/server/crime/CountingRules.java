package org.heed.server.crime;

import java.util.ArrayList;
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

  /** Whether a class is one of rape, whose cancelling is the registrar's. */
  boolean isRape(String offence) {
    return get(offence).group().equals("rape");
  }

  /**
   * Why so many crimes are recorded, in words, each with the rule's own words and source.
   *
   * @param victims how many victims are counted; 0 where none is known
   */
  public List<String> why(int victims, List<String> offences) {
    List<String> why = new ArrayList<>();
    String principal = principal(offences);
    if (victims == 0) {
      why.add("No victim is chosen, so there is one crime without a known victim.");
    } else {
      why.add(
          (victims == 1 ? "One victim: one crime. " : victims + " victims: one crime for each. ")
              + principle("per-victim"));
    }
    if (offences.stream().distinct().count() > 1) {
      why.add(
          "Of the offences chosen "
              + principal
              + " ("
              + get(principal).title()
              + ") is the one recorded. "
              + principle("principal-crime"));
    }
    why.add(principle("finished-incident"));
    if (!counts(principal)) {
      why.add("It is recorded and counts as no crime. " + principle("n100-apart"));
    }
    return why;
  }

  /** A rule's words with its source, or nothing where the rulebook has none of that name. */
  public String principle(String id) {
    return counting().findRule(id).map(one -> one.says() + " (" + one.source() + ")").orElse("");
  }

  /** The rules' name, as a crime's states carry it. */
  public String rule() {
    return "per-victim, principal-crime " + rulebook.name();
  }
}
