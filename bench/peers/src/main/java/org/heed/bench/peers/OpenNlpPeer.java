package org.heed.bench.peers;

import java.util.List;
import java.util.function.ToIntFunction;
import opennlp.tools.dictionary.Dictionary;
import opennlp.tools.namefind.DictionaryNameFinder;
import opennlp.tools.tokenize.SimpleTokenizer;
import opennlp.tools.util.StringList;

/** OpenNLP's tokeniser and its finder of names from a dictionary. */
public final class OpenNlpPeer implements ToIntFunction<String> {
  private final DictionaryNameFinder finder;

  public OpenNlpPeer(List<String> phrases) {
    Dictionary dictionary = new Dictionary(false);
    phrases.forEach(phrase -> dictionary.put(new StringList(phrase.split(" ", -1))));
    finder = new DictionaryNameFinder(dictionary);
  }

  @Override
  public int applyAsInt(String text) {
    return finder.find(SimpleTokenizer.INSTANCE.tokenize(text)).length;
  }
}
