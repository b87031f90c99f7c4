/** The ledger on a real database: sequencing under load, and what a check finds. */
@NullMarked
package org.heed.server.ledger;

import org.jspecify.annotations.NullMarked;
