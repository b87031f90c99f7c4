package org.heed.simulator;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.heed.simulator.ThingInvolved.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Who and what one narrative is about, and how its writer refers to them. A slot that names a thing
 * of the force's index adds it to {@link #things}. Invariant: who is who is settled when it is
 * made, so that every sentence of a narrative finds the same people under the same names.
 */
final class Cast {

  private static final List<String> GIFTS =
      List.of(
          "new trainers",
          "a new phone",
          "a designer jacket",
          "a gold-coloured necklace",
          "cash",
          "a smart watch",
          "new headphones",
          "an e-scooter",
          "an expensive rucksack",
          "a leather wallet",
          "several vapes",
          "two new tracksuits",
          "a tablet",
          "a bracelet",
          "shopping bags of clothes",
          "a branded cap",
          "a power bank",
          "a games console");
  private static final List<String> DRUGS =
      List.of("cannabis", "alcohol", "vapes", "vodka", "pills", "cannabis and alcohol", "spirits");
  private static final List<String> MAKES =
      List.of("hatchback", "saloon", "estate", "4x4", "people carrier", "van", "coupe");
  private static final List<String> COLOURS =
      List.of("silver", "black", "white", "grey", "dark blue", "red", "dark green");
  private static final List<String> APPS =
      List.of(
          "a messaging app",
          "a disappearing-message app",
          "a picture-sharing app",
          "an online game",
          "a livestream app",
          "social media",
          "a group chat",
          "a video chat app",
          "a gaming chat server");
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.UK);
  private static final DateTimeFormatter DOTTED =
      DateTimeFormatter.ofPattern("dd.MM.yy", Locale.UK);

  final Human subject;
  final LocalDate on;
  final Officer officer;
  final @Nullable Ring ring;
  final Borough borough;
  final List<ThingInvolved> things = new ArrayList<>();

  private final Chance chance;
  private final int naming;
  private final boolean child;
  private boolean named;
  private boolean suspectNamed;
  private int minute;

  /** The other child, carer and suspect appear only if a sentence asks for them. */
  final Human peer;

  final Human carer;
  final Human suspect;
  boolean peerUsed;
  boolean carerUsed;
  boolean suspectUsed;
  private final String alias;
  private final int suspectNaming;
  private final String carerWord;
  private final String homeWord;
  private final boolean inCare;

  Cast(
      Human subject,
      Human peer,
      Human carer,
      Human suspect,
      @Nullable Ring ring,
      Borough borough,
      LocalDate on,
      Officer officer,
      boolean mayBeInCare,
      Chance chance) {
    this.subject = subject;
    this.peer = peer;
    this.carer = carer;
    this.suspect = suspect;
    this.ring = ring;
    this.borough = borough;
    this.on = on;
    this.officer = officer;
    this.chance = chance;
    this.child = subject.ageAt(on) < 18;
    this.naming =
        child ? chance.weighted(0.46, 0.26, 0.16, 0.12) : chance.weighted(0.6, 0.2, 0, 0.2);
    this.minute = chance.below(24 * 60);
    this.inCare = mayBeInCare && subject.own().child("care").yes(0.3);
    this.alias = suspect.own().child("alias").pick(Names.ALIASES);
    this.suspectNaming = chance.weighted(0.3, 0.35, 0.35);
    this.carerWord =
        inCare
            ? chance.pick(List.of("key worker", "foster carer", "foster carer"))
            : carer.female()
                ? chance.pick(List.of("mother", "mother", "mother", "grandmother", "aunt"))
                : chance.pick(List.of("father", "father", "stepfather", "grandfather"));
    this.homeWord =
        inCare ? chance.pick(List.of("placement", "the placement", "foster placement")) : "home";
  }

  /** Starts again, with nobody introduced. */
  void forget() {
    named = false;
    suspectNamed = false;
    peerUsed = false;
    carerUsed = false;
    suspectUsed = false;
    things.clear();
  }

  /** Writes what a slot stands for. */
  void fill(String slot, StringBuilder out) {
    switch (slot) {
      case "child", "who" -> out.append(name(false));
      case "Child", "Who" -> out.append(name(true));
      case "childs", "Childs" -> out.append(possessiveName());
      case "she" -> out.append(subject.female() ? "she" : "he");
      case "She" -> out.append(subject.female() ? "She" : "He");
      case "her" -> out.append(subject.female() ? "her" : "his");
      case "Her" -> out.append(subject.female() ? "Her" : "His");
      case "him" -> out.append(subject.female() ? "her" : "him");
      case "herself" -> out.append(subject.female() ? "herself" : "himself");
      case "girl" -> out.append(subject.female() ? "girl" : "boy");
      case "age" -> out.append(subject.ageAt(on));
      case "dob" -> out.append(date(subject.born()));
      case "carer" -> {
        carerUsed = true;
        out.append(carerWord);
      }
      case "Carer" -> {
        carerUsed = true;
        out.append(capital(carerWord));
      }
      case "home" -> out.append(homeWord);
      case "carehome" -> out.append(Places.home(chance.child("home")));
      case "school" -> out.append(Places.school(subject.home(), subject.own().child("school")));
      case "year" -> out.append("Year ").append(Math.clamp(subject.ageAt(on) - 4L, 6, 13));
      case "peer" -> {
        peerUsed = true;
        out.append(naming == 1 ? initials(peer) : peer.given());
      }
      case "sus" -> out.append(suspect(false));
      case "Sus" -> out.append(suspect(true));
      case "susname" -> {
        suspectUsed = true;
        out.append(suspect.given()).append(' ').append(suspect.family());
      }
      case "alias" -> {
        suspectUsed = true;
        out.append(alias);
      }
      case "he" -> out.append(suspect.female() ? "she" : "he");
      case "his" -> out.append(suspect.female() ? "her" : "his");
      case "susage" -> {
        int age = suspect.ageAt(on);
        out.append(age % 10 < 4 ? "early " : age % 10 < 7 ? "mid " : "late ")
            .append(age / 10 * 10)
            .append('s');
      }
      case "hotel" ->
          place(ring != null ? ring.hotel() : Places.hotel(borough, local("hotel")), "hotel", out);
      case "takeaway" ->
          place(
              ring != null ? ring.takeaway() : Places.takeaway(borough, local("food")),
              "takeaway or shop",
              out);
      case "carpark" ->
          place(
              ring != null ? ring.carPark() : Places.carPark(borough, local("cars")),
              "car park",
              out);
      case "house" ->
          place(
              ring != null ? ring.house() : Places.street(borough, local("house")),
              "private address",
              out);
      case "park" -> out.append(Places.park(chance));
      case "shop" -> out.append(Places.shop(chance));
      case "street" -> out.append(Places.streetName(chance));
      case "address" -> out.append(Places.street(borough, local("address")));
      case "town" -> out.append(Places.anyBorough(chance).title());
      case "borough" -> out.append(borough.title());
      case "far" -> out.append(Places.far(chance));
      case "vehicle" -> vehicle(out);
      case "phone" -> phone(out);
      case "account" -> account(out);
      case "app" -> out.append(chance.pick(APPS));
      case "gift" -> out.append(chance.pick(GIFTS));
      case "money" ->
          out.append('£')
              .append(
                  chance.pick(List.of("20", "30", "40", "50", "60", "80", "100", "120", "150")));
      case "sum" -> out.append('£').append(chance.between(2, 48) * 25);
      case "drug" -> out.append(chance.pick(DRUGS));
      case "date" -> out.append(date(on.minusDays(chance.below(4))));
      case "deadline" -> out.append(date(on.plusDays(chance.between(2, 24))));
      case "before" -> out.append(date(on.minusDays(chance.between(5, 60))));
      case "longago" -> out.append(on.getYear() - chance.between(1, 4));
      case "day" -> out.append(LONG.format(on.minusDays(chance.below(6))).split(" ", 2)[0]);
      case "time" -> out.append(time());
      case "schooltime" ->
          out.append(clock(chance.between(8, 14) * 60 + chance.between(35, 94), ":"));
      case "n" -> out.append(chance.between(2, 6));
      case "nth" -> out.append(chance.pick(List.of("second", "third", "fourth", "fifth", "sixth")));
      case "many" -> out.append(chance.between(7, 28));
      case "weeks" ->
          out.append(chance.pick(List.of("two", "three", "four", "six", "eight"))).append(" weeks");
      case "hours" ->
          out.append(chance.pick(List.of("two", "three", "four", "five", "several")))
              .append(" hours");
      case "room" -> out.append("room ").append(chance.between(101, 340));
      case "officer" ->
          out.append(chance.pick(List.of("PC ", "PC ", "DC ", "PS ")))
              .append(chance.between(1100, 9400));
      case "me" -> out.append(officer.collar());
      case "sw" ->
          out.append(
              chance.pick(
                  List.of(
                      "allocated social worker", "social worker", "duty social worker", "EDT")));
      case "ref" -> out.append(chance.between(100, 998)).append(" of ").append(DOTTED.format(on));
      case "staff" ->
          out.append(
              chance.pick(
                  List.of(
                      "staff",
                      "night staff",
                      "the shift lead",
                      "the deputy manager",
                      "residential staff")));
      default -> throw new IllegalArgumentException("No slot {" + slot + "}");
    }
  }

  private Chance local(String key) {
    return chance.child(key);
  }

  private String name(boolean capital) {
    boolean first = !named;
    named = true;
    int age = subject.ageAt(on);
    return switch (naming) {
      case 0 -> first ? subject.given() + " " + subject.family() + ageNote(age) : subject.given();
      case 1 -> initials(subject) + (first ? ageNote(age) : "");
      case 2 ->
          first
              ? (capital ? "The child" : "the child") + " (" + age + ")"
              : chance.pick(
                  capital
                      ? List.of("The child", "The young person", "The YP")
                      : List.of("the child", "the young person", "the YP"));
      default ->
          first
              ? subject.given() + " " + subject.family().toUpperCase(Locale.UK) + ageNote(age)
              : subject.family().toUpperCase(Locale.UK);
    };
  }

  private String possessiveName() {
    boolean first = !named;
    named = true;
    String name =
        switch (naming) {
          case 0 -> first ? subject.given() + " " + subject.family() : subject.given();
          case 1 -> initials(subject);
          case 2 -> "the child";
          default -> subject.family().toUpperCase(Locale.UK);
        };
    return name + (name.endsWith("s") ? "'" : "'s");
  }

  private String ageNote(int age) {
    if (!child) {
      return chance.yes(0.4) ? " (" + age + ")" : "";
    }
    return switch (chance.below(6)) {
      case 0 -> ", " + age + ",";
      case 1 -> " (dob " + date(subject.born()) + ")";
      case 2 -> " (" + age + " yrs)";
      case 3 -> ", DOB " + date(subject.born()) + ",";
      default -> " (" + age + ")";
    };
  }

  private static String initials(Human human) {
    return human.given().substring(0, 1) + human.family().charAt(0);
  }

  private String suspect(boolean capital) {
    suspectUsed = true;
    boolean first = !suspectNamed;
    suspectNamed = true;
    String sex = suspect.female() ? "female" : "male";
    String words;
    if (first) {
      words =
          switch (suspectNaming) {
            case 0 -> suspect.given() + " " + suspect.family() + " (" + suspect.ageAt(on) + ")";
            case 1 ->
                chance.pick(
                    List.of(
                        "an adult " + sex + " known as '" + alias + "'",
                        "a "
                            + sex
                            + " known only as "
                            + alias
                            + ", believed to be in "
                            + possessive()
                            + " "
                            + decade(),
                        "an older " + sex + " called '" + alias + "'"));
            default ->
                chance.pick(
                    List.of(
                        "an unknown adult " + sex,
                        "an unidentified " + sex + " in " + possessive() + " " + decade(),
                        "a " + sex + " described as " + decade()));
          };
    } else {
      words =
          switch (suspectNaming) {
            case 0 -> chance.yes(0.6) ? suspect.family() : "the " + sex;
            case 1 -> chance.yes(0.7) ? alias : "the " + sex;
            default -> chance.yes(0.5) ? "the " + sex : "this " + sex;
          };
    }
    return capital ? capital(words) : words;
  }

  private String possessive() {
    return suspect.female() ? "her" : "his";
  }

  private String decade() {
    int age = suspect.ageAt(on);
    return (age % 10 < 4 ? "early " : age % 10 < 7 ? "mid " : "late ") + age / 10 * 10 + "s";
  }

  private void place(String label, String detail, StringBuilder out) {
    String key = ring != null ? ring.placeKey(label) : null;
    add(
        new ThingInvolved(
            Kind.PLACE,
            key,
            label + (label.contains(borough.title()) ? "" : ", " + borough.title()),
            detail));
    out.append(label);
  }

  private void vehicle(StringBuilder out) {
    Chance own = local("vehicle");
    Ring.Vehicle vehicle =
        ring != null
            ? own.pick(ring.vehicles())
            : new Ring.Vehicle(
                "", Places.registration(own), own.pick(COLOURS) + " " + own.pick(MAKES));
    String mark = vehicle.mark();
    String seen =
        chance.yes(0.55) ? mark : chance.yes(0.5) ? "partial " + mark.substring(0, 4) : "";
    out.append(startsSentence(out) ? "A " : "a ").append(vehicle.look());
    if (!seen.isEmpty()) {
      out.append(chance.pick(List.of(", VRM ", " reg ", " (VRM "))).append(seen);
      if (out.lastIndexOf("(VRM ") > out.length() - 24) {
        out.append(')');
      }
      add(
          new ThingInvolved(
              Kind.VEHICLE, ring != null ? vehicle.key() : null, seen, vehicle.look()));
    }
  }

  static String look(Chance chance) {
    return chance.pick(COLOURS) + " " + chance.pick(MAKES);
  }

  /** Whether what comes next begins a sentence, marks not counted. */
  private static boolean startsSentence(StringBuilder out) {
    int at = out.length() - 1;
    while (at >= 0 && out.charAt(at) >= '\uE000') {
      at--;
    }
    return at < 1 || (out.charAt(at) == ' ' && out.charAt(at - 1) == '.');
  }

  private void phone(StringBuilder out) {
    String number =
        ring != null ? local("phone").pick(ring.phones()) : Places.phone(local("phone"));
    boolean whole = chance.yes(0.6);
    String written = whole ? number : number.substring(number.length() - 3);
    add(
        new ThingInvolved(
            Kind.PHONE,
            ring != null && whole ? ring.phoneKey(number) : null,
            whole ? number : "ending " + written,
            null));
    out.append(whole ? number : "a number ending " + written);
  }

  private void account(StringBuilder out) {
    String account = ring != null ? ring.account() : "user_" + chance.between(100, 999);
    add(new ThingInvolved(Kind.ACCOUNT, null, account, null));
    out.append('\'').append(account).append('\'');
  }

  private void add(ThingInvolved thing) {
    if (!things.contains(thing)) {
      things.add(thing);
    }
  }

  private String time() {
    minute = (minute + chance.between(7, 190)) % (24 * 60);
    return switch (officer.prose()) {
      case 1 -> clock(minute, "") + " hrs";
      case 3 -> clock(minute, ".");
      default -> clock(minute, ":");
    };
  }

  /** The time of the next line of a log. */
  String tick() {
    minute = (minute + chance.between(2, 55)) % (24 * 60);
    return clock(minute, ":");
  }

  private static String clock(int minute, String between) {
    return Pad.zeros(minute / 60, 2) + between + Pad.zeros(minute % 60, 2);
  }

  private String date(LocalDate day) {
    return switch (officer.prose()) {
      case 0 -> (day.isBefore(on.minusDays(90)) ? SHORT : LONG).format(day);
      case 1 -> DOTTED.format(day);
      default -> SHORT.format(day);
    };
  }

  static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
  }
}
