/**
 * The tamper-evident record of everything Heed did: what is hashed, how it is signed and how anyone
 * with a copy checks it. Facts are rows of append-only tables; each entry of the ledger commits to
 * its rows with salted hashes, so that content can lawfully be destroyed and still be proved to
 * have been there; entries are the leaves of a Merkle tree (RFC 9162), whose roots are signed and
 * leave the machine. Knows no database. The byte formats are in {@code docs/ledger.md}.
 */
@NullMarked
package org.heed.ledger;

import org.jspecify.annotations.NullMarked;
