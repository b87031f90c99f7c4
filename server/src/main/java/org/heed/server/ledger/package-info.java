/** Settling committed entries into the Merkle tree, signing checkpoints, and proving the record. */
@NullMarked
package org.heed.server.ledger;

import org.jspecify.annotations.NullMarked;
