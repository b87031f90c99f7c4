/** Checkpoints and proofs for whoever wants to check the ledger from outside. */
@NullMarked
package org.heed.server.ledger.rest;

import org.jspecify.annotations.NullMarked;
