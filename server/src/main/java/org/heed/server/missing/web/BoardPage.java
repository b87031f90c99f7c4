package org.heed.server.missing.web;

import java.time.Instant;
import org.heed.server.missing.Episode;
import org.heed.server.missing.Interview;
import org.heed.server.missing.Missing;
import org.heed.server.web.Page;
import org.heed.server.web.Paging;

/** The model of {@code missing/board.jte}. */
public record BoardPage(Page page, Missing.Board board, Instant now) {

  /** The way to the other pages of open interviews. */
  public Paging owingPaging() {
    return new Paging("/missing?list=owing", board.owing().page(), board.owing().pages());
  }

  /** The way to the other pages of reports without an episode. */
  public Paging unopenedPaging() {
    return new Paging(
        "/missing?list=" + (board.before() ? "before" : "unopened"),
        board.unopened().page(),
        board.unopened().pages());
  }

  /** What a grade is called, with its officer. */
  public static String grade(Episode episode) {
    return episode
        .grade()
        .map(one -> one.grade().title() + ", " + one.by())
        .orElse("Not graded yet");
  }

  /** The colour beside the words, which say it too. */
  public static String colour(Episode episode) {
    return episode
        .grade()
        .map(one ->
            switch (one.grade()) {
              case HIGH -> "red";
              case MEDIUM -> "orange";
              case LOW -> "blue";
              case NONE_APPARENT -> "grey";
            })
        .orElse("red");
  }

  /** What became of an interview. */
  public static String interview(Episode episode, Interview.Kind kind) {
    return episode.interview(kind).map(one -> one.outcome().title()).orElse("Nothing recorded");
  }
}
