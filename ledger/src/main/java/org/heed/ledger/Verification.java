package org.heed.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * What a check of a whole ledger found.
 *
 * @param entries how many are placed
 * @param root of their tree, from what is stored
 * @param faults the first of them, empty if all is well
 * @param faultCount how many there are, which may be more than are listed
 * @param pending entries that wait to be sequenced, which is no fault
 */
public record Verification(
    long entries, Digest root, List<Fault> faults, long faultCount, long pending) {

  public Verification {
    faults = List.copyOf(faults);
  }

  /** Whether the ledger is what it says it is. */
  public boolean ok() {
    return faultCount == 0;
  }

  /**
   * Lines for people and programs; the last is {@code ok N entries, checkpoint HASH} if all is
   * well.
   */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    if (pending > 0) {
      lines.add(pending + " entries wait to be sequenced");
    }
    faults.forEach(fault -> lines.add(fault.line()));
    if (faultCount > faults.size()) {
      lines.add((faultCount - faults.size()) + " more faults");
    }
    if (ok()) {
      lines.add("ok " + entries + " entries, checkpoint " + root.hex());
    }
    return lines;
  }
}
