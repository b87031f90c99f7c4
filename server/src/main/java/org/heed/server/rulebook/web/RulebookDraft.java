package org.heed.server.rulebook.web;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Texts of the rulebook that somebody is changing, theirs to see alone.
 *
 * @param files the whole text of each changed file, by name
 * @param sample what they try it on
 * @param base the rulebook in force when the draft was begun; null where that is not known
 */
public record RulebookDraft(SortedMap<String, String> files, String sample, @Nullable String base) {
  /** Where a draft is kept among somebody's drafts. */
  static final String FORM = "rulebook";

  static final RulebookDraft EMPTY = new RulebookDraft(new TreeMap<>(), "", null);

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

  /** Whether another rulebook has come into force since it was begun. */
  boolean isOvertaken(String inForce) {
    return !files.isEmpty() && base != null && !base.equals(inForce);
  }

  /**
   * With a file as typed; one that reads as it does in force is no change, nor is a new one without
   * any text.
   *
   * @param name of the file
   * @param inForce the texts in force
   * @param now the name of the rulebook in force
   */
  RulebookDraft with(
      String name, String text, Map<String, String> inForce, String now, String sample) {
    SortedMap<String, String> all = new TreeMap<>(files);
    if (text.equals(inForce.get(name)) || (text.isBlank() && !inForce.containsKey(name))) {
      all.remove(name);
    } else {
      all.put(name, text);
    }
    return new RulebookDraft(all, sample, files.isEmpty() ? now : base);
  }
}
