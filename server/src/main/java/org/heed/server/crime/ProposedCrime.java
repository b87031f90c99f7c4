package org.heed.server.crime;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A crime that the counting rules make of what is said of a report, and that it has not yet.
 *
 * @param victim the mention counted as victim; null: nobody is named, or there is none
 * @param others further victims of this one crime
 * @param suspects whose crime it is, so far as they are told apart
 * @param offences the codes it was counted from
 * @param code the class it is recorded under
 */
public record ProposedCrime(
    @Nullable UUID victim,
    List<UUID> others,
    List<UUID> suspects,
    List<String> offences,
    String code,
    List<RuleSaid> because) {
  public ProposedCrime {
    others = List.copyOf(others);
    suspects = List.copyOf(suspects);
    offences = List.copyOf(offences);
    because = List.copyOf(because);
  }
}
