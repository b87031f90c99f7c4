package org.heed.figures.recount;

/**
 * A part of what is counted that moves from one period to the next by itself, so that a split can
 * say how much of a change lies in it.
 */
public sealed interface Source {
  /** As printed. */
  String title();

  /** Whether a crime that counts belongs to it. */
  boolean has(History history, Standing standing, Definition.Rules rules);

  /** What was reported long after it began. */
  record NonRecent() implements Source {
    @Override
    public String title() {
      return "non-recent offences";
    }

    @Override
    public boolean has(History history, Standing standing, Definition.Rules rules) {
      return history.reportedAfter(rules.nonRecentDays());
    }
  }

  /** One linked operation. */
  record Operation(String key) implements Source {
    @Override
    public String title() {
      return "operation " + key;
    }

    @Override
    public boolean has(History history, Standing standing, Definition.Rules rules) {
      return key.equals(history.operation());
    }
  }

  /** What was flagged by one route. */
  record FlaggedBy(String route) implements Source {
    @Override
    public String title() {
      return "flagged by " + route;
    }

    @Override
    public boolean has(History history, Standing standing, Definition.Rules rules) {
      return standing.flag() != null && standing.flag().route().equals(route);
    }
  }

  /** What came to notice by one route. */
  record NoticedBy(String route) implements Source {
    @Override
    public String title() {
      return "noticed by " + route;
    }

    @Override
    public boolean has(History history, Standing standing, Definition.Rules rules) {
      return history.notice().equals(route);
    }
  }

  /** Everything that no other source claims. */
  record Rest() implements Source {
    @Override
    public String title() {
      return "all else";
    }

    @Override
    public boolean has(History history, Standing standing, Definition.Rules rules) {
      return true;
    }
  }
}
