package org.heed.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.heed.rulebook.Family;
import org.heed.simulator.NarrativeSource;
import org.heed.text.Finding;
import org.heed.text.Narrative;
import org.heed.text.Reader;
import org.heed.text.Reading;

/**
 * Simulated narratives, as bytes and as what programs that compare characters want.
 *
 * @param share of narratives written to hold an indicator
 */
record Corpus(double share, List<Narrative> narratives, List<String> lower) {
  Corpus {
    narratives = List.copyOf(narratives);
    lower = List.copyOf(lower);
  }

  static Corpus of(long seed, double share, int narratives) {
    NarrativeSource source = NarrativeSource.of(seed, share);
    List<Narrative> all = new ArrayList<>(narratives);
    List<String> lower = new ArrayList<>(narratives);
    for (int i = 0; i < narratives; i++) {
      String text = source.next();
      all.add(Narrative.of("n" + i, text));
      lower.add(text.toLowerCase(Locale.ROOT));
    }
    return new Corpus(share, all, lower);
  }

  int size() {
    return narratives.size();
  }

  /** Bytes of one narrative. */
  int bytes(int narrative) {
    return narratives.get(narrative).text().length;
  }

  /** How dense hits are, in a sentence. */
  String density(Reader reader) {
    long bytes = 0;
    int indicating = 0;
    int asking = 0;
    long findings = 0;
    long cues = 0;
    for (Narrative narrative : narratives) {
      Reading reading = reader.read(narrative);
      bytes += narrative.text().length;
      indicating += reading.findings().stream().anyMatch(f -> tells(f.family())) ? 1 : 0;
      asking += reading.ask().isPresent() ? 1 : 0;
      findings += reading.findings().size();
      cues += reading.findings().stream().map(Finding::cues).mapToInt(List::size).sum();
    }
    return String.format(
        Locale.ROOT,
        "%,d narratives of %d bytes on average, %.0f%% written to hold an indicator: %.0f%% have one"
            + " found, %.0f%% are asked about; %.1f findings and %.2f context words that govern one,"
            + " a narrative",
        size(),
        bytes / size(),
        100 * share,
        100.0 * indicating / size(),
        100.0 * asking / size(),
        (double) findings / size(),
        (double) cues / size());
  }

  private static boolean tells(Family family) {
    return switch (family) {
      case HARM, EXPLOITER_OR_PLACE, VULNERABILITY -> true;
      case AGE, OTHER -> false;
    };
  }

  @Override
  public String toString() {
    return "Corpus[" + size() + "]";
  }

  /** The text of one narrative. */
  String text(int narrative) {
    return new String(narratives.get(narrative).text(), StandardCharsets.UTF_8);
  }
}
