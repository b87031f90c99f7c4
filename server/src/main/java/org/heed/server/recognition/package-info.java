/** Reading reports under the rulebook in force: findings, prompts and language, as facts. */
@NullMarked
package org.heed.server.recognition;

import org.jspecify.annotations.NullMarked;
