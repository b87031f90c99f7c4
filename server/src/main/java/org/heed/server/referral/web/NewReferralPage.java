package org.heed.server.referral.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.heed.server.person.KnownPerson;
import org.heed.server.referral.Agreement;
import org.heed.server.referral.Basis;
import org.heed.server.referral.Service;
import org.heed.server.web.Choice;
import org.heed.server.web.Page;
import org.heed.server.web.Typed;
import org.heed.server.web.Words;

/**
 * The model of {@code referral/new.jte}.
 *
 * @param agencies whose people sign in to see what is sent to them
 */
public record NewReferralPage(
    Page page, KnownPerson person, Map<String, String> areas, List<String> agencies, Typed typed) {

  public NewReferralPage {
    areas = Collections.unmodifiableMap(new LinkedHashMap<>(areas));
    agencies = List.copyOf(agencies);
  }

  /** What a field holds. */
  public String get(String field) {
    return typed.get(field);
  }

  public List<Choice> services() {
    return Choice.list(Service.values(), get("service"));
  }

  public List<Choice> bases() {
    return Choice.list(Basis.values(), get("basis"));
  }

  public List<Choice> agreements() {
    return Choice.list(Agreement.values(), get("agreed"));
  }

  public List<Choice> agencyChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Nobody there: I print and send it");
    agencies.forEach(one -> all.put(one, Words.title(one)));
    return Choice.list(all, Set.of(get("agency")));
  }

  public List<Choice> areaChoices() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("", "Choose the area");
    all.putAll(areas);
    return Choice.list(all, Set.of(get("area")));
  }

  /** Nothing: all of it is personal. */
  @Override
  public String toString() {
    return "NewReferralPage[" + person.id() + "]";
  }
}
