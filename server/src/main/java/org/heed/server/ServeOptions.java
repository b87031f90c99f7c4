package org.heed.server;

import java.nio.file.Path;
import org.heed.postgres.DatabaseAddress;
import org.jspecify.annotations.Nullable;

/**
 * How to run the server.
 *
 * @param data the folder for secrets, checkpoints, logs and, without a database, Heed's own
 *     PostgreSQL
 * @param port to listen on; 0 for any that is free
 * @param database an external server, as a user who may create roles and tables; null for Heed's
 *     own
 * @param rulebook the rulebook in force
 */
public record ServeOptions(
    Path data, int port, @Nullable DatabaseAddress database, Path rulebook) {}
