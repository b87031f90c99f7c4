package org.heed.server.person.web;

import java.util.List;
import org.heed.server.linking.PersonSearch;
import org.heed.server.web.Page;

/**
 * The model of {@code person/people.jte}.
 *
 * @param links whether the reader may look for things and for people who may be the same
 */
public record PeoplePage(Page page, String asked, List<PersonSearch.Match> found, boolean links) {

  public PeoplePage {
    found = List.copyOf(found);
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "PeoplePage[" + found.size() + "]";
  }
}
