package org.heed.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.heed.simulator.NarrativeSource;
import org.heed.text.Finding;
import org.heed.text.Narrative;
import org.heed.text.Reader;
import org.heed.text.Reading;

/**
 * Simulated narratives, as bytes and as what programs that compare characters want.
 *
 * @param share of narratives in which an indicator is found
 */
record Corpus(double share, List<Narrative> narratives, List<String> lower) {
  Corpus {
    narratives = List.copyOf(narratives);
    lower = List.copyOf(lower);
  }

  /** As the simulator writes them, less those of which there are enough. */
  static Corpus of(long seed, double share, int narratives, Reader reader) {
    NarrativeSource source = NarrativeSource.of(seed, share);
    List<Narrative> all = new ArrayList<>(narratives);
    List<String> lower = new ArrayList<>(narratives);
    int indicating = (int) Math.round(share * narratives);
    int others = narratives - indicating;
    while (all.size() < narratives) {
      String text = source.next();
      Narrative narrative = Narrative.of("n" + all.size(), text);
      boolean indicates = indicates(reader.read(narrative));
      if ((indicates ? indicating : others) > 0) {
        indicating -= indicates ? 1 : 0;
        others -= indicates ? 0 : 1;
        all.add(narrative);
        lower.add(text.toLowerCase(Locale.ROOT));
      }
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
    int asking = 0;
    long findings = 0;
    long cues = 0;
    for (Narrative narrative : narratives) {
      Reading reading = reader.read(narrative);
      bytes += narrative.text().length;
      asking += reading.ask().isPresent() ? 1 : 0;
      findings += reading.findings().size();
      cues += reading.findings().stream().map(Finding::cues).mapToInt(List::size).sum();
    }
    return String.format(
        Locale.ROOT,
        "%,d narratives of %d bytes on average, in %.0f%% of which an indicator is found; %.0f%% are"
            + " asked about; %.1f findings and %.2f context words that govern one, a narrative",
        size(),
        bytes / size(),
        100 * share,
        100.0 * asking / size(),
        (double) findings / size(),
        (double) cues / size());
  }

  private static boolean indicates(Reading reading) {
    return reading.findings().stream()
        .map(Finding::family)
        .anyMatch(family ->
            switch (family) {
              case HARM, EXPLOITER_OR_PLACE, VULNERABILITY -> true;
              case AGE, OTHER -> false;
            });
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
