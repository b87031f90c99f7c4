package org.heed.server.thing.web;

import java.util.List;
import org.heed.server.thing.ThingOffer;
import org.heed.server.thing.ThingSaid;
import org.heed.server.web.Page;

/**
 * The model of {@code thing/mention.jte}: what a report writes, and what that may mean.
 *
 * @param chosen of those offered
 * @param because why it is meant, as typed
 * @param why it is not meant after all, as typed
 */
public record ThingMentionPage(
    Page page, ThingSaid said, List<ThingOffer> offers, String chosen, String because, String why) {
  public ThingMentionPage {
    offers = List.copyOf(offers);
  }

  /** Where the forms send to. */
  public String address() {
    return "/reports/" + said.report() + "/things/" + said.mention();
  }

  /** Those offered, separated by commas. */
  public String offered() {
    return String.join(",", offers.stream().map(ThingOffer::as).toList());
  }

  /** Nothing: it can be personal. */
  @Override
  public String toString() {
    return "ThingMentionPage[" + said.mention() + "]";
  }
}
