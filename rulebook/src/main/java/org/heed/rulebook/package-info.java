/**
 * The rulebook: what Heed reads by, as data. Types for concepts, context words, prompts, language
 * advice, definitions, counting rules and areas; loading from YAML with mistakes named by file,
 * line and cure; the hash that names a version; comparison in words. The format is described in
 * {@code docs/rulebook-format.md}.
 */
@NullMarked
package org.heed.rulebook;

import org.jspecify.annotations.NullMarked;
