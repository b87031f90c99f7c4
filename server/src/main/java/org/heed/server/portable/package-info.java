/**
 * The whole record in files: an export is told to the ledger before it is read, and taken back with
 * all that proves it.
 */
@NullMarked
package org.heed.server.portable;

import org.jspecify.annotations.NullMarked;
