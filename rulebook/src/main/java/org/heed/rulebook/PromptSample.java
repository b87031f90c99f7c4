package org.heed.rulebook;

import java.util.Optional;
import java.util.OptionalInt;

/** An example of prompting: this text with these facts asks so, if given because of this rule. */
public record PromptSample(
    String text,
    OptionalInt victimAge,
    Optional<String> offence,
    Optional<Ask> ask,
    Optional<String> rule,
    Where at) {}
