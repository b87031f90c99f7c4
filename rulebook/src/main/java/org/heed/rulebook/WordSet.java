package org.heed.rulebook;

import java.util.List;

/**
 * Words of one kind, of which none may be read otherwise than the others, such as the festivals of
 * every faith. Phrases name the set and never a member, so that none can be left out.
 *
 * @param words its members, each a word or a few, with {@code ~} where it is inflected
 */
public record WordSet(String id, String title, String source, List<Sample> words, Where at) {
  public WordSet {
    words = List.copyOf(words);
  }
}
