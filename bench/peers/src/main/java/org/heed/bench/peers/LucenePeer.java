package org.heed.bench.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.PhraseQuery;

/** Lucene Monitor: a phrase query for each phrase, matched against each text. */
public final class LucenePeer implements ToIntFunction<String> {
  private final Monitor monitor;

  public LucenePeer(List<String> phrases) throws IOException {
    Analyzer analyzer = new StandardAnalyzer();
    monitor = new Monitor(analyzer);
    List<MonitorQuery> queries = new ArrayList<>();
    for (String phrase : phrases) {
      PhraseQuery query = new PhraseQuery("text", phrase.split(" ", -1));
      queries.add(new MonitorQuery("q" + queries.size(), query));
    }
    monitor.register(queries);
  }

  @Override
  public int applyAsInt(String text) {
    try {
      Document document = new Document();
      document.add(new TextField("text", text, Field.Store.NO));
      return monitor.match(document, QueryMatch.SIMPLE_MATCHER).getMatchCount();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
