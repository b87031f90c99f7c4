package org.heed.server.person.web;

import java.util.List;
import org.heed.server.linking.PersonSearch;
import org.heed.server.web.Page;

/** The model of {@code person/people.jte}. */
public record PeoplePage(Page page, String asked, List<PersonSearch.Match> found) {

  public PeoplePage {
    found = List.copyOf(found);
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "PeoplePage[" + found.size() + "]";
  }
}
