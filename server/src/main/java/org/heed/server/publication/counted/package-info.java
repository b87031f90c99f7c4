/**
 * What figures count, held in memory beside the database: identifiers, days and codes as the schema
 * {@code counted} shows them, and no text. Filled in the order of the ledger by whoever may see
 * those rows, so that a count as known at any position costs no statement.
 */
@NullMarked
package org.heed.server.publication.counted;

import org.jspecify.annotations.NullMarked;
