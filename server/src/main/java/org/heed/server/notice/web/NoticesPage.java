package org.heed.server.notice.web;

import java.util.List;
import org.heed.server.notice.Notice;
import org.heed.server.notice.Stage;
import org.heed.server.web.Page;

/** The model of {@code notice/notices.jte}. */
public record NoticesPage(Page page, List<Notice> notices) {
  public NoticesPage {
    notices = List.copyOf(notices);
  }

  /** A stage's colour beside its words. */
  public static String colour(Stage stage) {
    return switch (stage) {
      case NEARS -> "blue";
      case NOW -> "orange";
      case PAST -> "red";
    };
  }
}
