package org.heed.bench.peers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import no.priv.garshol.duke.Comparator;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.comparators.ExactComparator;
import no.priv.garshol.duke.comparators.JaroWinkler;
import no.priv.garshol.duke.comparators.Levenshtein;
import no.priv.garshol.duke.databases.InMemoryBlockingDatabase;
import no.priv.garshol.duke.databases.KeyFunction;
import no.priv.garshol.duke.matchers.MatchListener;

/**
 * Duke, as its guide would have it set up for people, with its own blocking in memory: id, given
 * and family name, date of birth, postcode, town, phone and job, comma between them. Answers the
 * pairs that it is at least half sure of: two places and how sure it is.
 */
public final class DukePeer implements Supplier<List<double[]>> {
  private static final double LEAST = 0.5;

  private static final String[] COLUMNS = {
    "given", "family", "born", "postcode", "town", "phone", "job"
  };

  private final List<Record> records = new ArrayList<>();

  public DukePeer(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", -1);
      RecordImpl one = new RecordImpl();
      one.addValue("id", Integer.toString(i));
      for (int column = 0; column < COLUMNS.length; column++) {
        if (!cells[column + 1].isEmpty()) {
          one.addValue(COLUMNS[column], cells[column + 1]);
        }
      }
      records.add(one);
    }
  }

  @Override
  public List<double[]> get() {
    InMemoryBlockingDatabase database = new InMemoryBlockingDatabase();
    database.setKeyFunctions(keys());
    List<double[]> found = new ArrayList<>();
    Processor processor = new Processor(new DukeSettings(properties(), database, LEAST));
    processor.addMatchListener(new Pairs(found));
    processor.deduplicate(records);
    processor.close();
    return found;
  }

  private static List<Property> properties() {
    List<Property> properties = new ArrayList<>();
    properties.add(new PropertyImpl("id"));
    properties.add(property("given", new JaroWinkler(), 0.3, 0.75));
    properties.add(property("family", new JaroWinkler(), 0.15, 0.85));
    properties.add(property("born", new Levenshtein(), 0.1, 0.93));
    properties.add(property("postcode", new Levenshtein(), 0.35, 0.85));
    properties.add(property("town", new JaroWinkler(), 0.4, 0.6));
    properties.add(property("phone", new ExactComparator(), 0.4, 0.97));
    properties.add(property("job", new ExactComparator(), 0.4, 0.6));
    return properties;
  }

  private static Property property(String name, Comparator by, double low, double high) {
    return new PropertyImpl(name, by, low, high);
  }

  private static Set<KeyFunction> keys() {
    Set<KeyFunction> keys = new LinkedHashSet<>();
    keys.add(record -> both(record, "family", "born"));
    keys.add(record -> both(record, "given", "born"));
    keys.add(record -> both(record, "given", "family"));
    keys.add(record -> both(record, "postcode", "born"));
    keys.add(record -> value(record, "phone"));
    return keys;
  }

  private static String both(Record record, String one, String other) {
    String first = value(record, one);
    String second = value(record, other);
    return first.isEmpty() || second.isEmpty() ? "" : first + ' ' + second;
  }

  private static String value(Record record, String name) {
    String value = record.getValue(name);
    return value == null ? "" : value;
  }

  private record Pairs(List<double[]> found) implements MatchListener {
    @Override
    public void matches(Record a, Record b, double confidence) {
      found.add(
          new double[] {
            Integer.parseInt(a.getValue("id")), Integer.parseInt(b.getValue("id")), confidence
          });
    }

    @Override
    public void matchesPerhaps(Record a, Record b, double confidence) {
      matches(a, b, confidence);
    }

    @Override
    public void batchReady(int size) {}

    @Override
    public void batchDone() {}

    @Override
    public void noMatchFor(Record record) {}

    @Override
    public void startProcessing() {}

    @Override
    public void endProcessing() {}
  }
}
