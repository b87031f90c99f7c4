package org.heed.bench.peers;

import java.util.List;
import java.util.function.ToIntFunction;
import org.ahocorasick.trie.Trie;

/** The trie of org.ahocorasick. */
public final class AhoCorasickPeer implements ToIntFunction<String> {
  private final Trie trie;
  private int hits;

  public AhoCorasickPeer(List<String> phrases) {
    trie = Trie.builder().addKeywords(phrases).build();
  }

  @Override
  public int applyAsInt(String text) {
    hits = 0;
    trie.parseText(
        text,
        emit -> {
          hits++;
          return true;
        });
    return hits;
  }
}
