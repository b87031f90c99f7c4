/**
 * Files attached to cases and reports: taken in by what they are and not by what they are called,
 * scanned, kept as facts, and given out as downloads alone.
 */
@NullMarked
package org.heed.server.document;

import org.jspecify.annotations.NullMarked;
