package org.heed.server.archive;

import java.util.UUID;

/** A narrative that was closed when its turn came: taken once it is open. */
record Withheld(UUID report, long position) {}
