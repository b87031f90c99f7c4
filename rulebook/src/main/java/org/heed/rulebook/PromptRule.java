package org.heed.rulebook;

import java.time.LocalDate;

/**
 * When a person is asked, and what is said.
 *
 * @param written the condition as written, for people
 */
public record PromptRule(
    String id,
    Ask ask,
    Condition when,
    String written,
    String says,
    LocalDate since,
    String source,
    Where at) {}
