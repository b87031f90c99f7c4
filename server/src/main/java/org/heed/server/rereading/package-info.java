/**
 * Reading the whole archive under another rulebook: what would be newly prompted, no longer
 * prompted, or asked otherwise, by area and year. One job is one entry of the ledger, and a child
 * that it newly prompts is put before a named person at once.
 */
@NullMarked
package org.heed.server.rereading;

import org.jspecify.annotations.NullMarked;
