/** Heed ledger. */
@NullMarked
package org.heed.ledger;

import org.jspecify.annotations.NullMarked;
