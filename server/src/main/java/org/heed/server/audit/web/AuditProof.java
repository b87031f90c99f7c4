package org.heed.server.audit.web;

import org.heed.server.ledger.ProvenEntry;
import org.heed.server.web.Page;

/** The model of {@code audit/proof.jte}. */
public record AuditProof(Page page, ProvenEntry proven) {}
