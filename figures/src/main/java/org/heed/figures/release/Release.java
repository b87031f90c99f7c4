package org.heed.figures.release;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.heed.figures.RefusedInput;

/**
 * What is released.
 *
 * @param id its identifier, as stable as a web address
 * @param title in words
 * @param publisher who answers for it
 * @param knownAt the moment whose knowledge it rests on, in ISO form
 * @param entries how many entries of the ledger were settled by then: the data horizon
 * @param rulebook name and hash of the rulebook
 * @param rule the disclosure rule in words
 */
public record Release(
    String id,
    String title,
    String publisher,
    String knownAt,
    long entries,
    String rulebook,
    String rule,
    List<ReleaseTable> tables) {
  public Release {
    tables = List.copyOf(tables);
    RefusedInput.unless(!tables.isEmpty(), "tables", "has none");
    RefusedInput.unless(
        id.matches("[a-z0-9]+(-[a-z0-9]+)*"), "id", "must be small letters, digits, hyphens");
    Set<String> names = new HashSet<>();
    for (ReleaseTable table : tables) {
      RefusedInput.unless(names.add(table.name()), "tables", "has two named " + table.name());
    }
  }

  /** What it rests on, a line each, as every form of it says. */
  List<String> basis() {
    return List.of(
        "Publisher: " + publisher,
        "As known at: " + knownAt,
        "Data horizon: " + entries + " entries of the ledger",
        "Rulebook: " + rulebook,
        "Disclosure: " + rule,
        "[c] stands for a count that is hidden so that nobody can be told from it.",
        "Counts are of everything recorded, so they have no sampling error; they say nothing of what"
            + " was not reported, not recorded or not recognised.");
  }
}
