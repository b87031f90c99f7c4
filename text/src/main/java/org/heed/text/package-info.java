/**
 * Reading: a rulebook compiled into one frozen automaton over folded bytes, the scan, the context
 * of each finding (denied, supposed, past, reported, quoted, about whom), prompts with their
 * reasons, and language advice. Start at {@link org.heed.text.Reader}.
 */
@NullMarked
package org.heed.text;

import org.jspecify.annotations.NullMarked;
