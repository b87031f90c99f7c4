package org.heed.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.heed.rulebook.Rulebook;
import org.heed.rulebook.RulebookException;
import org.heed.rulebook.RulebookLoader;
import org.heed.text.ContextSession;
import org.heed.text.Reader;
import org.heed.text.Skim;

/**
 * Full reading of simulated narratives under the rulebook of England and Wales, beside programs
 * that only find its phrases.
 */
final class ReadingBench {
  private static final long SEED = 20_260_101;
  private static final String BARE = "bare automaton";
  private static final double[] SHARES = {0.1, 0.3, 0.6};

  /** What has run at one share needs little to be warm at the next. */
  private static final long COLD_NANOS = 3_000_000_000L;

  private static final long WARM_NANOS = 500_000_000L;

  /** Those that find fast enough to be compared at every share, first. */
  private static final List<String> FAST = List.of("HankcsPeer");

  private static final String FAST_NAME = "Hankcs";

  /** What is said of a program that is given what Heed is given, and decodes and folds it. */
  private static final String FROM_BYTES = " from bytes";

  /** What is said of a program that knows few strings only. */
  private static final String FEW = " with the longest parts only";

  private static final List<String> OTHERS =
      List.of(
          "AhoCorasickPeer", "HyperscanPeer", "GatePeer", "LucenePeer", "OpenNlpPeer", "RutaPeer");

  private final Settings settings;
  private final int narratives;
  private final boolean all;

  /**
   * The measurement.
   *
   * @param narratives how many there are of each share
   * @param all whether the slow peers run as well
   */
  ReadingBench(Settings settings, int narratives, boolean all) {
    this.settings = settings;
    this.narratives = narratives;
    this.all = all;
  }

  /** A program that finds phrases. */
  private record Finder(String name, ToIntFunction<String> finds) {}

  List<Line> run() throws IOException {
    Rulebook rulebook = rulebook();
    Reader reader = Reader.of(rulebook);
    LiteralPhrases phrases = LiteralPhrases.of(rulebook);
    BareAutomaton bare = new BareAutomaton(phrases.few());
    settings.say(
        String.format(
            Locale.ROOT,
            "%s: %,d phrases, written out for hankcs as %,d strings, and for the others as %,d (at"
                + " most %d of one phrase; of one with gaps its longest part); a bare automaton of"
                + " these has %,d states",
            rulebook.id(),
            phrases.phrases(),
            phrases.every().size(),
            phrases.few().size(),
            LiteralPhrases.MOST_OF_ONE,
            bare.states()));
    List<Line> lines = new ArrayList<>();
    try (PeerPrograms programs = PeerPrograms.open(settings.heed().home())) {
      List<Finder> fast =
          Stream.concat(
                  finders(programs, FAST, phrases.every(), "").stream(),
                  finders(programs, FAST, phrases.few(), FEW).stream())
              .toList();
      List<Finder> slow = all ? finders(programs, OTHERS, phrases.few(), FEW) : List.of();
      for (double share : SHARES) {
        Corpus corpus = Corpus.of(SEED, share, narratives, reader);
        settings.say(corpus.density(reader));
        List<Finder> finders = new ArrayList<>(fast);
        finders.addAll(share == SHARES[1] ? slow : List.of());
        boolean cold = share == SHARES[0] || finders.size() > fast.size();
        lines.addAll(race(corpus, reader, bare, finders, cold ? COLD_NANOS : WARM_NANOS));
        if (share == SHARES[1]) {
          lines.addAll(contexts(corpus, reader, programs));
        }
      }
    }
    return lines;
  }

  private Rulebook rulebook() throws IOException {
    try {
      return RulebookLoader.load(settings.heed().rulebook());
    } catch (RulebookException e) {
      throw new BenchFailure("the rulebook cannot be loaded: " + e.getMessage());
    }
  }

  private List<Finder> finders(
      PeerPrograms programs, List<String> names, List<String> phrases, String what) {
    List<Finder> finders = new ArrayList<>();
    for (String name : names) {
      try {
        String called = name.replace("Peer", "") + what;
        finders.add(new Finder(called, programs.finder(name, phrases)));
      } catch (ReflectiveOperationException | LinkageError e) {
        Throwable why = e;
        while (why.getCause() != null) {
          why = why.getCause();
        }
        settings.say(name + " cannot be run here: " + why);
      }
    }
    return finders;
  }

  private List<Line> race(
      Corpus corpus, Reader reader, BareAutomaton bare, List<Finder> finders, long warm) {
    Skim skim = reader.skim();
    CpuRace race = new CpuRace(corpus.size(), corpus::bytes, warm);
    race.add("full reading", i -> reader.read(corpus.narratives().get(i)).findings().size());
    race.add(
        "full reading, told without objects",
        i -> {
          skim.read(corpus.narratives().get(i));
          return skim.findings();
        });
    race.add(BARE, i -> bare.count(corpus.narratives().get(i).text()));
    for (Finder finder : finders) {
      race.add(finder.name(), i -> finder.finds().applyAsInt(corpus.lower().get(i)));
      if (finder.name().equals(FAST_NAME)) {
        race.add(
            finder.name() + FROM_BYTES,
            i -> finder.finds().applyAsInt(corpus.text(i).toLowerCase(Locale.ROOT)));
      }
    }
    List<CpuRace.Pace> paces = race.run();
    List<Line> lines = new ArrayList<>();
    for (CpuRace.Pace peer : paces.subList(2, paces.size())) {
      boolean close = peer.name().equals(BARE) || peer.name().startsWith(FAST_NAME);
      for (CpuRace.Pace ours : paces.subList(0, close ? 2 : 1)) {
        lines.add(line(corpus, ours, peer));
      }
    }
    return lines;
  }

  /** Decisions on context alone, and as a by-product of full reading. */
  private List<Line> contexts(Corpus corpus, Reader reader, PeerPrograms programs) {
    ContextCases cases = ContextCases.of(corpus, reader);
    List<String> rules = ContextCases.rules(reader.rulebook());
    ToIntBiFunction<Object, int[]> judge;
    try {
      judge = programs.judge("FastContextPeer", rules);
    } catch (ReflectiveOperationException | LinkageError e) {
      settings.say("FastContextPeer cannot be run here: " + e);
      return List.of();
    }
    Skim skim = reader.skim();
    ContextSession session = ContextSession.of(reader.rulebook());
    CpuRace race = new CpuRace(cases.size(), cases::decisions, COLD_NANOS);
    race.add("context alone", i -> cases.judge(i, session));
    race.add(
        "full reading",
        i -> {
          skim.read(cases.narratives().get(i));
          return skim.findings();
        });
    race.add("FastContext", i -> cases.judge(i, false, judge));
    race.add("FastContext given tokens", i -> cases.judge(i, true, judge));
    double[] paces = race.run().stream().mapToDouble(CpuRace.Pace::perSecond).toArray();
    return List.of(
        new Line(
            "decisions on context, from text",
            "more; 1,000,000 a second",
            String.format(
                Locale.ROOT, "%,.0f a second; %,.0f with all of full reading", paces[0], paces[1]),
            String.format(
                Locale.ROOT,
                "FastContext, %,d rules, sentences cut for it: %,.0f a second (%,.0f with tokens cut"
                    + " for it too)",
                rules.size(),
                paces[2],
                paces[3]),
            String.format(Locale.ROOT, "%.2f", paces[0] / paces[2]),
            paces[0] >= paces[2]));
  }

  private static Line line(Corpus corpus, CpuRace.Pace ours, CpuRace.Pace peer) {
    boolean half = peer.name().equals(BARE);
    double ratio = ours.perSecond() / peer.perSecond();
    String sample =
        peer.pieces() < corpus.size() ? " (" + Table.count(peer.pieces()) + " narratives)" : "";
    return new Line(
        String.format(
            Locale.ROOT, "%s, %.0f%% with an indicator", ours.name(), 100 * corpus.share()),
        half ? "half of it" : "faster",
        megabytes(ours.perSecond()),
        peer.name() + ": " + megabytes(peer.perSecond()) + sample,
        String.format(Locale.ROOT, "%.2f", ratio),
        ratio >= (half ? 0.5 : 1));
  }

  private static String megabytes(double bytes) {
    return String.format(Locale.ROOT, "%.1f MB/s", bytes / 1e6);
  }
}
