package org.heed.server.report.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.server.linking.Offer;
import org.heed.server.report.NoticeRoute;
import org.heed.server.report.ReportKind;
import org.heed.server.thing.ThingOffer;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;

/**
 * The model of {@code report/record.jte}.
 *
 * @param restored whether it was kept from before
 * @param mayLook whether known people may be offered to who records
 * @param offers those who may be meant, by the number of the person; empty until somebody looks
 * @param things what may be meant, by the number of the place, vehicle, phone or account
 */
public record RecordPage(
    Page page,
    RecordForm form,
    Map<String, String> areas,
    boolean restored,
    boolean mayLook,
    Map<Integer, List<Offer>> offers,
    Map<Integer, List<ThingOffer>> things) {

  public RecordPage {
    offers = Map.copyOf(offers);
    things = Map.copyOf(things);
  }

  /** Whether known people were looked for, for this person. */
  public boolean looked(int number) {
    return offers.containsKey(number);
  }

  /** Those who may be meant by the {@code number}-th person. */
  public List<Offer> offered(int number) {
    return offers.getOrDefault(number, List.of());
  }

  /** Their identifiers, separated by commas. */
  public String ids(int number) {
    return String.join(
        ",", offered(number).stream().map(offer -> offer.person().toString()).toList());
  }

  /** What may be meant by the {@code number}-th place, vehicle, phone or account. */
  public List<ThingOffer> offeredThings(int number) {
    return things.getOrDefault(number, List.of());
  }

  /** What they are chosen by, separated by commas. */
  public String thingIds(int number) {
    return String.join(",", offeredThings(number).stream().map(ThingOffer::as).toList());
  }

  public List<Choice> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    for (ReportKind kind : ReportKind.values()) {
      kinds.put(kind.code(), kind.title());
    }
    return Choice.list(kinds, Set.of(form.kind()));
  }

  public List<Choice> areaChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Choose the area");
    all.putAll(areas);
    return Choice.list(all, Set.of(form.area()));
  }

  public List<Choice> routes() {
    Map<String, String> routes = new LinkedHashMap<>();
    for (NoticeRoute route : NoticeRoute.values()) {
      routes.put(route.code(), route.title());
    }
    return Choice.list(routes, Set.of(form.route()));
  }
}
