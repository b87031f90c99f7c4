package org.heed.server.audit.web;

import org.heed.server.ledger.LedgerState;
import org.heed.server.web.Page;

/**
 * The model of {@code audit/ledger.jte}.
 *
 * @param publicKey what signatures are checked with
 * @param asked the identifier typed into the form
 */
public record AuditLedger(Page page, LedgerState state, String publicKey, String asked) {}
