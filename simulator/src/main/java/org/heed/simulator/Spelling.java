package org.heed.simulator;

import java.util.List;
import java.util.Map;

/** An officer's own abbreviations and slips of the pen. */
final class Spelling {

  private static final Map<String, List<String>> SHORT =
      Map.ofEntries(
          Map.entry("approximately", List.of("approx")),
          Map.entry("regarding", List.of("re")),
          Map.entry("telephone", List.of("tel")),
          Map.entry("information", List.of("info")),
          Map.entry("address", List.of("addr", "HA")),
          Map.entry("vehicle", List.of("veh")),
          Map.entry("appointment", List.of("appt")),
          Map.entry("informant", List.of("inft", "inf")),
          Map.entry("received", List.of("rcvd", "rec'd")),
          Map.entry("unknown", List.of("unk")),
          Map.entry("outside", List.of("o/s")),
          Map.entry("and", List.of("&")),
          Map.entry("with", List.of("w/")),
          Map.entry("years", List.of("yrs")),
          Map.entry("female", List.of("fem")),
          Map.entry("mother", List.of("mum")),
          Map.entry("father", List.of("dad")),
          Map.entry("grandmother", List.of("nan")),
          Map.entry("enquiries", List.of("enqs")),
          Map.entry("property", List.of("prop")),
          Map.entry("because", List.of("bc")),
          Map.entry("possible", List.of("poss")),
          Map.entry("previous", List.of("prev")),
          Map.entry("confirmed", List.of("confd")),
          Map.entry("transferred", List.of("tx")));

  private static final Map<String, List<String>> SLIPS =
      Map.ofEntries(
          Map.entry("received", List.of("recieved")),
          Map.entry("their", List.of("thier", "there")),
          Map.entry("occurred", List.of("occured")),
          Map.entry("believed", List.of("beleived", "belived")),
          Map.entry("friend", List.of("freind")),
          Map.entry("friends", List.of("freinds")),
          Map.entry("until", List.of("untill")),
          Map.entry("school", List.of("shcool", "scool")),
          Map.entry("because", List.of("becuase")),
          Map.entry("which", List.of("wich")),
          Map.entry("vehicle", List.of("vehical", "vehcile")),
          Map.entry("missing", List.of("mising", "missign")),
          Map.entry("disclosed", List.of("disclossed")),
          Map.entry("arrived", List.of("arived")),
          Map.entry("hotel", List.of("hotle", "hotell")),
          Map.entry("address", List.of("adress")),
          Map.entry("returned", List.of("retuned", "returend")),
          Map.entry("taken", List.of("takn")),
          Map.entry("weeks", List.of("weks")),
          Map.entry("police", List.of("polcie")),
          Map.entry("several", List.of("severl")),
          Map.entry("definitely", List.of("definately")),
          Map.entry("whereabouts", List.of("wherabouts")),
          Map.entry("accommodation", List.of("accomodation")),
          Map.entry("outside", List.of("outide")),
          Map.entry("known", List.of("knwon")),
          Map.entry("would", List.of("woudl")),
          Map.entry("said", List.of("siad")),
          Map.entry("with", List.of("wiht")),
          Map.entry("older", List.of("oldr")),
          Map.entry("stated", List.of("statd")),
          Map.entry("phone", List.of("phnoe")),
          Map.entry("and", List.of("adn")),
          Map.entry("the", List.of("teh")));

  private Spelling() {}

  /** The text as this officer types it; what is not a word stays as it is. */
  static CharSequence of(Officer officer, StringBuilder text, Chance chance) {
    if (officer.abbreviates() < 0.02 && officer.slips() == 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && isLetter(text.charAt(end))) {
        end++;
      }
      if (end == at) {
        out.append(text.charAt(at++));
      } else {
        out.append(
            end - at < 3
                ? text.substring(at, end)
                : word(text.substring(at, end), officer, chance));
        at = end;
      }
    }
    return out;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static String word(String word, Officer officer, Chance chance) {
    List<String> shorter = SHORT.get(word);
    if (shorter != null && chance.yes(officer.abbreviates())) {
      return chance.pick(shorter);
    }
    List<String> slip = SLIPS.get(word);
    boolean common = word.length() <= 4;
    return slip != null && chance.yes(officer.slips() * (common ? 0.12 : 0.6))
        ? chance.pick(slip)
        : word;
  }
}
