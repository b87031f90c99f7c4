package org.heed.rulebook;

import java.util.Set;

/**
 * A ground on which a crime is removed or kept apart.
 *
 * @param only the offences it is for; none: all
 * @param never offences it is not for
 * @param registrar offences for which the force crime registrar alone decides
 * @param reference whether another record's number belongs to it
 * @param victimTold whether the victim is to be told first
 */
public record CrimeGround(
    String code,
    String title,
    Set<String> only,
    Set<String> never,
    Set<String> registrar,
    boolean reference,
    boolean victimTold) {
  public CrimeGround {
    only = Set.copyOf(only);
    never = Set.copyOf(never);
    registrar = Set.copyOf(registrar);
  }

  /** Whether it is one for this offence at all. */
  public boolean isFor(String offence) {
    return (only.isEmpty() || only.contains(offence)) && !never.contains(offence);
  }
}
