package org.heed.figures.recount;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A crime as it was recorded, and what it was recorded of, so that other rules can be asked what
 * they would have made of it.
 *
 * @param offences the classes of what was told, the crime's own among them
 * @param victimless those of them that have no victim
 */
public record Told(History crime, List<String> offences, Set<String> victimless) {
  public Told {
    offences = List.copyOf(offences);
    victimless = Set.copyOf(victimless);
  }

  /** A crime recorded of one offence with a victim. */
  public static Told of(History crime) {
    String own = crime.facts().getFirst() instanceof Fact.Recorded first ? first.offence() : "";
    return new Told(crime, List.of(own), Set.of());
  }

  /**
   * What was told, once the crime has the class it stands in: another may have been found wrong.
   */
  List<String> offences(Standing standing) {
    List<String> now = new ArrayList<>(offences);
    if (crime.facts().getFirst() instanceof Fact.Recorded first
        && !first.offence().equals(standing.offence())) {
      now.remove(first.offence());
    }
    if (!now.contains(standing.offence())) {
      now.add(standing.offence());
    }
    return now;
  }
}
