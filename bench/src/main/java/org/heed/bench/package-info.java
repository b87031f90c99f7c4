/**
 * The figures that Heed promises, each measured beside a peer or beside what the machine can do, in
 * one run. Started by {@code ./heed bench}; what they came to is in {@code docs/performance.md}.
 */
@NullMarked
package org.heed.bench;

import org.jspecify.annotations.NullMarked;
