package org.heed.server.publication.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.heed.server.publication.BlindReview;
import org.heed.server.publication.Cell;
import org.heed.server.publication.Dated;
import org.heed.server.publication.Definition;
import org.heed.server.publication.Figure;
import org.heed.server.publication.FirstPublished;
import org.heed.server.publication.Headline;
import org.heed.server.publication.Question;
import org.heed.server.publication.QuestionText;
import org.heed.server.publication.Unit;
import org.heed.server.web.Fact;
import org.heed.server.web.FigureCard;
import org.heed.server.web.Page;
import org.heed.server.web.Waterfall;
import org.heed.server.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * The model of {@code figure/figures.jte} and of {@code figure/headline.jte}, its part.
 *
 * @param first what a release first said of it; null where none did
 */
public record FigurePage(
    Page page, QuestionForm form, Headline headline, @Nullable FirstPublished first) {

  private Figure figure() {
    return headline.figure();
  }

  private Question question() {
    return figure().question();
  }

  /** The parameters of this question. */
  public String query() {
    return form.query();
  }

  /** The same, one by one. */
  public Map<String, String> parameters() {
    return QuestionText.of(question());
  }

  /** The figure above all. */
  public FigureCard card() {
    return new FigureCard(
        "headline",
        FigureWords.counted(question()),
        Words.number(figure().total().count()),
        FigureWords.scope(question()),
        FigureWords.againstBefore(figure()),
        FigureWords.missing(headline),
        facts(),
        FigureWords.known(figure()),
        "/figures/records?" + query());
  }

  private List<Fact> facts() {
    List<Fact> facts = FigureWords.facts(headline);
    if (headline.inside() != null && question().rulebook() == null) {
      facts.add(FigureWords.first(first, figure()));
    }
    return facts;
  }

  /** What is read out when the figure changes. */
  public String says() {
    return FigureWords.scope(question())
        + ": "
        + Words.number(figure().total().count())
        + ". "
        + FigureWords.againstBefore(figure());
  }

  /** Whether there is nothing at all. */
  public boolean empty() {
    return figure().total().count() == 0
        && figure().before().count() == 0
        && figure().notKnown().count() == 0;
  }

  /** Where the change lies; null where there is none to split, or not for this reader. */
  public @Nullable Waterfall waterfall() {
    Headline.Inside inside = headline.inside();
    return inside == null || empty()
        ? null
        : SplitWords.waterfall(inside.split(), question(), "/figures/split.csv?" + query());
  }

  /** What could not be taken as a step, and why. */
  public List<String> notSplit() {
    Headline.Inside inside = headline.inside();
    return inside == null ? List.of() : inside.split().notSplit();
  }

  /** Which steps were weighed together. */
  public String grouping() {
    Headline.Inside inside = headline.inside();
    return inside == null ? "" : SplitWords.grouping(inside.split().accounting().grouping());
  }

  /** What blind review says; null where it says nothing of this question. */
  public @Nullable ReviewWords review() {
    Headline.Inside inside = headline.inside();
    BlindReview review = inside == null ? null : inside.review();
    return review == null ? null : new ReviewWords(review);
  }

  /** The question of which blind review does say something; null where this is it. */
  public @Nullable String reviewedInstead() {
    if (headline.inside() == null || review() != null) {
      return null;
    }
    Question q = question();
    return "/figures?"
        + QuestionText.query(
            new Question(
                Unit.REPORTS,
                Definition.CSE_FLAGGED,
                q.area(),
                q.by(),
                q.clock() == Dated.FLAGGED ? Dated.RECORDED : q.clock(),
                q.from(),
                q.to(),
                q.knownAt()));
  }

  /** Whether it may be added to a release: not what another rulebook would make of the record. */
  public boolean releasable() {
    return headline.inside() != null && !empty() && question().rulebook() == null;
  }

  /** Each cell with the address of its records. */
  public List<Cell> cells() {
    return figure().cells();
  }

  /** Counts of the period before and of what is not known. */
  public long before() {
    return figure().before().count();
  }

  public long notKnown() {
    return figure().notKnown().count();
  }

  /** Where the records of one cell are shown. */
  public String records(Cell cell) {
    return records(question(), cell);
  }

  static String records(Question question, Cell cell) {
    return cell.first() == null || cell.last() == null
        ? "/figures/records?"
            + QuestionText.query(question)
            + "&part="
            + QuestionText.encoded(cell.key())
        : "/figures/records?"
            + QuestionText.query(
                question.between(
                    Objects.requireNonNull(cell.first()), Objects.requireNonNull(cell.last())));
  }
}
