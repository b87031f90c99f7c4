package org.heed.server.publication.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.heed.figures.Interval;
import org.heed.figures.uncertainty.ClusteredRatio;
import org.heed.figures.uncertainty.PoissonInterval;
import org.heed.figures.uncertainty.RateRatio;
import org.heed.figures.uncertainty.TippingPoint;
import org.heed.server.publication.AreaName;
import org.heed.server.publication.Change;
import org.heed.server.publication.Clustered;
import org.heed.server.publication.Clusters;
import org.heed.server.publication.Comparison;
import org.heed.server.publication.Dated;
import org.heed.server.publication.Definition;
import org.heed.server.publication.Figure;
import org.heed.server.publication.FirstPublished;
import org.heed.server.publication.Headline;
import org.heed.server.publication.Missing;
import org.heed.server.publication.Question;
import org.heed.server.publication.Tally;
import org.heed.server.publication.Unit;
import org.heed.server.web.Fact;
import org.heed.server.web.Waterfall;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/** Figures in words, with what must be said beside them. */
final class FigureWords {
  private FigureWords() {}

  /** What is counted, as a title. */
  static String counted(Question question) {
    String unit = question.unit().title();
    return switch (question.definition()) {
      case ALL -> unit;
      case CSE_FLAGGED -> unit + people(question, "flagged as child sexual exploitation");
      case PROMPTED -> unit + people(question, "prompted by the rulebook");
    };
  }

  private static String people(Question question, String which) {
    return (people(question) ? " in reports " : " ") + which;
  }

  /** The unit, period and area under the figure. */
  static String scope(Question question) {
    String area =
        question.area() == null ? "every area you may count" : AreaName.of(question.area());
    return counted(question)
        + ", "
        + Words.date(question.from())
        + " to "
        + Words.date(question.to())
        + " ("
        + clock(question)
        + "), "
        + area;
  }

  static String clock(Question question) {
    return question.clock().title().toLowerCase(Locale.ROOT);
  }

  /** The count's exact interval. */
  static String interval(long count) {
    Interval interval = PoissonInterval.of(count);
    return String.format(
        Locale.UK,
        "Chance alone moves such a count: exact 95%% interval %,.1f to %,.1f",
        interval.lower(),
        interval.upper());
  }

  /** A ratio with its interval: 1.76 (1.16–2.71). */
  static String ratio(RateRatio ratio) {
    String lower = String.format(Locale.UK, "%,.2f", ratio.interval().lower());
    String upper =
        Double.isInfinite(ratio.interval().upper())
            ? "no upper limit"
            : String.format(Locale.UK, "%,.2f", ratio.interval().upper());
    return String.format(Locale.UK, "%,.2f (%s–%s)", ratio.ratio(), lower, upper);
  }

  /** What the record lacks that the figure needs: said before anything else. */
  static List<String> missing(Headline headline) {
    List<String> missing = new ArrayList<>();
    Figure figure = headline.figure();
    Question question = figure.question();
    if (!question.to().isBefore(LocalDate.ofInstant(figure.knownAt(), Words.LONDON))) {
      missing.add(
          "The period is not over: this counts what was known at "
              + Words.dateTime(figure.knownAt())
              + ".");
    }
    if (figure.notKnown().count() > 0) {
      missing.add(
          Words.number(figure.notKnown().count())
              + " in the whole record lack the day by which this is counted, and may belong here.");
    }
    if (figure.total().notLinked() > 0) {
      missing.add(
          Words.count(figure.total().notLinked(), "mention", "mentions")
              + " linked to nobody: perhaps more people, perhaps the same.");
    }
    Headline.Inside inside = headline.inside();
    if (inside != null) {
      missing(missing, inside.missing(), question);
    }
    if (question.clock() == Dated.OCCURRED || question.clock() == Dated.REPORTED) {
      missing.add("Reports still to come will add to the newest months by this clock.");
    }
    return missing;
  }

  private static void missing(List<String> lines, Missing missing, Question question) {
    if (missing.undecided() > 0) {
      lines.add(
          Words.count(missing.undecided(), "report", "reports")
              + " of this period and area prompt, and nobody has decided on "
              + (missing.undecided() == 1 ? "it" : "them")
              + ": they may be flagged yet.");
    }
    if (missing.unread() > 0) {
      lines.add(
          Words.count(missing.unread(), "report", "reports")
              + " of this period and area were not read by the rulebook asked for.");
    }
    String of =
        " of the "
            + (question.unit() == Unit.CRIMES
                ? Words.count(missing.counted(), "crime", "crimes")
                : Words.count(missing.counted(), "report", "reports"))
            + (people(question) ? " these people are counted from" : " counted");
    if (missing.notHappened() > 0) {
      lines.add(Words.number(missing.notHappened()) + of + " do not say when it happened.");
    }
    if (missing.noRoute() > 0) {
      lines.add(Words.number(missing.noRoute()) + of + " do not say how it came to notice.");
    }
  }

  private static boolean people(Question question) {
    return question.unit() == Unit.CHILDREN || question.unit() == Unit.SUSPECTS;
  }

  /** The ratio to the period before, or that there is none to tell. */
  static String againstBefore(Figure figure) {
    RateRatio ratio = figure.comparison().ratio();
    return ratio == null
        ? "Cannot tell how it compares with the period before"
        : ratio(ratio) + " times the period before (exact 95% interval)";
  }

  static List<Fact> facts(Headline headline) {
    List<Fact> facts = new ArrayList<>();
    Figure figure = headline.figure();
    Question question = figure.question();
    facts.add(new Fact("Against the period before", against(headline), List.of()));
    TippingPoint tipping = figure.comparison().tipping();
    if (tipping != null) {
      facts.add(Fact.of("Tipping point", tipping(tipping)));
    }
    if (headline.inside() == null) {
      facts.add(new Fact("Where the change lies", lies(headline.change()), List.of()));
    }
    facts.add(Fact.of("Revised since", revised(headline.change())));
    standing(facts, figure.total(), question);
    facts.add(Fact.of("Chance", interval(figure.total().count())));
    facts.add(Fact.of("Horizon", horizon(figure)));
    facts.add(Fact.of("Rulebook in force", figure.rulebook()));
    String by = question.rulebook();
    if (by != null) {
      facts.add(new Fact("Counted by", by(by, question), List.of()));
    }
    return facts;
  }

  /** A rulebook's name without the hash, of which the first letters tell two versions apart. */
  static String rulebook(String name) {
    int hash = name.indexOf('#');
    return hash < 0 || hash + 8 > name.length() ? name : name.substring(0, hash + 8);
  }

  private static List<String> by(String rulebook, Question question) {
    List<String> lines = new ArrayList<>();
    lines.add(rulebook + ".");
    if (question.unit() == Unit.CRIMES) {
      lines.add(
          "Crimes are what its counting rules make of all that was recorded, across reports, as"
              + " known at this moment. Nothing on the record is changed by it.");
    }
    if (question.definition() == Definition.PROMPTED) {
      lines.add(
          "Prompted is what it asks about, also where it never read a report when that came in."
              + " Nobody is asked because of this count; re-reading does that.");
    }
    if (question.definition() == Definition.CSE_FLAGGED) {
      lines.add(
          "A rule decides no flag, only whom it asks: what is flagged stands as people decided it.");
    }
    if (question.unit() != Unit.CRIMES && question.definition() == Definition.ALL) {
      lines.add("It changes nothing here: no rule decides what a report, a child or a suspect is.");
    }
    return lines;
  }

  private static List<String> against(Headline headline) {
    Figure figure = headline.figure();
    Comparison comparison = figure.comparison();
    Question question = figure.question();
    String counts =
        Words.number(comparison.before())
            + " in the period before, "
            + Words.date(question.firstDayBefore())
            + " to "
            + Words.date(question.lastDayBefore())
            + ", as known at the same moment.";
    RateRatio ratio = comparison.ratio();
    if (ratio == null) {
      String why =
          comparison.before() == 0
              ? "Cannot tell: nothing was counted in the period before, so there is no ratio."
              : "Cannot tell: nothing was counted in this period.";
      return List.of(why, counts);
    }
    List<String> lines = new ArrayList<>();
    lines.add(counts);
    boolean widened = false;
    if (headline.inside() != null) {
      for (Clustered clustered : headline.inside().clustered()) {
        lines.add(clustered(clustered));
        ClusteredRatio wider = clustered.ratio();
        widened |= wider != null && wider.interval().contains(1);
      }
    }
    if (headline.inside() == null) {
      lines.add(
          "The interval takes each to be independent; it does not allow for operations, suspects"
              + " or victims in common.");
    }
    lines.add(
        comparison.chanceWouldDo()
            ? "Cannot tell a change from chance: the interval holds 1."
            : widened
                ? "Cannot tell a change from chance once what belongs together is allowed for."
                : "More than chance. Whether more happened, or more was recognised and recorded,"
                    + " this number does not say.");
    return lines;
  }

  private static String clustered(Clustered clustered) {
    String what =
        switch (clustered.by()) {
          case OPERATION -> "operation";
          case SUSPECT -> "suspect";
          case VICTIM -> "victim";
        };
    String linked =
        Words.number(clustered.linked())
            + " of "
            + Words.number(clustered.of())
            + " in the two periods "
            + (clustered.by() == Clusters.By.OPERATION
                ? "are said to be of an operation"
                : "have a linked " + what);
    ClusteredRatio ratio = clustered.ratio();
    if (!clustered.together() || ratio == null) {
      return "By "
          + what
          + ": nothing counted in the same period is known to belong together ("
          + linked
          + ").";
    }
    return String.format(
        Locale.UK,
        "Allowing for %ss in common: %,.2f (%,.2f–%s). What belongs together makes the two counts"
            + " vary as if they were %.1f and %.1f times smaller; %s.",
        what,
        ratio.ratio(),
        ratio.interval().lower(),
        Double.isInfinite(ratio.interval().upper())
            ? "no upper limit"
            : String.format(Locale.UK, "%,.2f", ratio.interval().upper()),
        ratio.factorBefore(),
        ratio.factorAfter(),
        linked);
  }

  /** The accounting split, which says where the arithmetic lies and nothing of why. */
  private static List<String> lies(Change change) {
    if (change.broughtInLater()) {
      return List.of(
          "Cannot tell: nothing of the period before was in this record when that period ended.");
    }
    return List.of(
        "From "
            + Words.number(change.beforeFirst())
            + ", as known when the period before ended, to "
            + Words.number(change.asked())
            + " is "
            + signed(change.asked() - change.beforeFirst())
            + ".",
        signed(change.byDates())
            + " lies between the two periods, "
            + signed(change.byLaterKnowledge())
            + " in what became known after each had ended. This is arithmetic, not cause.");
  }

  private static String revised(Change change) {
    return "This period was "
        + Words.number(change.askedFirst())
        + " when it ended and is "
        + Words.number(change.asked())
        + " as known at this moment; the period before was "
        + Words.number(change.beforeFirst())
        + " and is "
        + Words.number(change.before())
        + ".";
  }

  /** What a release first said of it, beside what it is now. */
  static Fact first(@Nullable FirstPublished first, Figure figure) {
    if (first == null) {
      return Fact.of(
          "First published", "No signed release of this Heed holds all of this count unhidden.");
    }
    long now = figure.total().count();
    return Fact.of(
        "First published",
        "Release "
            + first.release()
            + ", signed on "
            + Words.date(first.at().atZone(Words.LONDON).toLocalDate())
            + ", said "
            + Words.number(first.count())
            + "; as known at this moment it is "
            + Words.number(now)
            + " ("
            + signed(now - first.count())
            + ").");
  }

  private static String signed(long number) {
    return Waterfall.signed(number);
  }

  private static String tipping(TippingPoint tipping) {
    String interval =
        String.format(
            Locale.UK,
            "%.0f%% (%.0f–%.0f%%)",
            100 * tipping.breakEven(),
            100 * tipping.interval().lower(),
            100 * tipping.interval().upper());
    return tipping.breakEven() <= 1
        ? "The rise needs no more offending, if the period before caught "
            + interval
            + " of what this one catches."
        : "The fall needs no less offending, if the period before caught "
            + interval
            + " of what this one catches.";
  }

  private static void standing(List<Fact> facts, Tally total, Question question) {
    if (question.unit() == Unit.CRIMES) {
      facts.add(Fact.of("Kept apart (N100)", Words.number(total.apart()) + ", not in the count"));
      facts.add(Fact.of("Cancelled", Words.number(total.cancelled()) + ", not in the count"));
    }
    if (people(question)) {
      facts.add(
          Fact.of("Counted once", "A person in two periods or areas counts in both; once in all."));
    }
    if (question.definition() == Definition.CSE_FLAGGED) {
      facts.add(
          Fact.of(
              "What a flag is",
              "The latest decision known at that moment; a flag is not an offence."));
    }
  }

  private static String horizon(Figure figure) {
    return figure.settledAt() == null
        ? "Nothing is settled in the ledger yet."
        : "The ledger holds "
            + Words.count(figure.entries(), "entry", "entries")
            + ", last settled "
            + Words.dateTime(figure.settledAt())
            + (figure.position() == null
                ? "."
                : "; this rests on the first " + Words.number(figure.position() + 1) + ".");
  }

  /** The moment whose knowledge it rests on. */
  static String known(Figure figure) {
    return Words.dateTime(figure.knownAt()) + (figure.question().knownAt() == null ? " (now)" : "");
  }
}
