package org.heed.bench.peers;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** The double-array trie of hankcs. */
public final class HankcsPeer implements ToIntFunction<String> {
  private final AhoCorasickDoubleArrayTrie<String> trie = new AhoCorasickDoubleArrayTrie<>();
  private int hits;

  public HankcsPeer(List<String> phrases) {
    TreeMap<String, String> map = new TreeMap<>();
    phrases.forEach(phrase -> map.put(phrase, phrase));
    trie.build(map);
  }

  @Override
  public int applyAsInt(String text) {
    hits = 0;
    trie.parseText(text, (AhoCorasickDoubleArrayTrie.IHit<String>) (begin, end, value) -> hits++);
    return hits;
  }
}
