package org.heed.text;

import java.util.List;

/** A finding without its place and words: what must not change when other people are told of. */
record Told(
    String concept,
    boolean negated,
    boolean possible,
    boolean hypothetical,
    boolean historical,
    boolean reported,
    String subject,
    boolean quoted) {

  static Told of(Finding f) {
    return new Told(
        f.concept(),
        f.negated(),
        f.possible(),
        f.hypothetical(),
        f.historical(),
        f.reported(),
        f.subject().word(),
        f.quoted());
  }

  static List<Told> of(Reading reading) {
    return reading.findings().stream().map(Told::of).toList();
  }

  /** The rules that are true, with what they ask. */
  static List<String> rules(Reading reading) {
    return reading.reasons().stream().map(r -> r.rule() + " asks " + r.ask().word()).toList();
  }
}
