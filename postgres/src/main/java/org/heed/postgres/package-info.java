/**
 * Heed's own PostgreSQL: finds or unpacks a server's binaries, starts it in a data folder with
 * durability, checksums and passwords on, leaves no orphan and adopts none, and restarts it when it
 * dies. Also the address of any other server, and the check that a server is safe to write to.
 */
@NullMarked
package org.heed.postgres;

import org.jspecify.annotations.NullMarked;
