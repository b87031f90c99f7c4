/**
 * The command line: {@code heed COMMAND}. The root holds what every command shares (the list of
 * commands, exit statuses, files and standard streams, progress); the commands themselves live in
 * the packages below it. Commands on files load neither Spring nor the server, so that they answer
 * in under a second; only {@code org.heed.cli.record} may touch the server.
 */
@NullMarked
package org.heed.cli;

import org.jspecify.annotations.NullMarked;
