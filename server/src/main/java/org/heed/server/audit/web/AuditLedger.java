package org.heed.server.audit.web;

import java.util.List;
import org.heed.server.ledger.LedgerState;
import org.heed.server.ledger.TakenLog;
import org.heed.server.web.Page;

/**
 * The model of {@code audit/ledger.jte}.
 *
 * @param publicKey what signatures are checked with
 * @param taken the logs that were taken back from exports
 * @param asked the identifier typed into the form
 */
public record AuditLedger(
    Page page, LedgerState state, String publicKey, List<TakenLog> taken, String asked) {

  public AuditLedger {
    taken = List.copyOf(taken);
  }
}
