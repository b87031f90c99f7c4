package org.heed.server.rulebook.web;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * Texts of the rulebook that somebody is changing, theirs to see alone.
 *
 * @param files the whole text of each changed file, by name
 * @param sample what they try it on
 */
public record RulebookDraft(SortedMap<String, String> files, String sample) {
  /** Where a draft is kept among somebody's drafts. */
  static final String FORM = "rulebook";

  static final RulebookDraft EMPTY = new RulebookDraft(new TreeMap<>(), "");

  private static final JsonMapper JSON = JsonMapper.shared();

  public RulebookDraft {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  static RulebookDraft read(String json) {
    return JSON.readValue(json, RulebookDraft.class);
  }

  String json() {
    return JSON.writeValueAsString(this);
  }

  /** With a file as typed; one that reads as it does in force is no change. */
  RulebookDraft with(String name, String text, Map<String, String> inForce, String sample) {
    SortedMap<String, String> all = new TreeMap<>(files);
    if (text.equals(inForce.get(name))) {
      all.remove(name);
    } else {
      all.put(name, text);
    }
    return new RulebookDraft(all, sample);
  }
}
