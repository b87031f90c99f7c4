package org.heed.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The county's people. Those with a part in exploitation are numbered as they are made; everyone
 * else is made again from a number whenever a report needs them, so that a million reports cost no
 * memory.
 */
final class People {

  private static final long FIRST_BYSTANDER = 1_000_000;
  private static final long FIRST_CHILD = 50_000_000;

  private final Chance county;
  private final LocalDate start;
  private final LocalDate end;
  private final int bystanders;
  private final List<Human> made = new ArrayList<>();

  People(Chance county, ForceParameters parameters) {
    this.county = county;
    this.start = parameters.start();
    this.end = parameters.end();
    this.bystanders = Math.max(50, parameters.reports());
  }

  /** A child who is between eleven and seventeen for most of the record. */
  Human child(@Nullable Borough home, LocalDate around, double femaleShare) {
    return keep(
        Human.of(
            county,
            made.size() + 1L,
            around.minusYears(17),
            around.minusYears(11).minusMonths(6),
            home,
            femaleShare));
  }

  Human olderChild(Borough home) {
    return keep(
        Human.of(county, made.size() + 1L, start.minusYears(16), start.minusYears(15), home, 0.1));
  }

  Human adult(@Nullable Borough home, double femaleShare) {
    return keep(
        Human.of(
            county,
            made.size() + 1L,
            start.minusYears(52),
            start.minusYears(20),
            home,
            femaleShare));
  }

  private Human keep(Human human) {
    made.add(human);
    return human;
  }

  /** Someone not part of exploitation; the same person comes back. */
  Human bystander(Chance chance) {
    long number = FIRST_BYSTANDER + chance.below(bystanders);
    return Human.of(county, number, start.minusYears(82), start.minusYears(18), null, 0.52);
  }

  /** A child not known to be exploited; the same child comes back. */
  Human otherChild(Chance chance, LocalDate on) {
    int band = (int) ((on.toEpochDay() - start.toEpochDay()) / 365);
    long number = FIRST_CHILD + band * 5_000_000L + chance.below(Math.max(20, bystanders / 5));
    LocalDate around = start.plusDays(band * 365L);
    LocalDate latest = around.minusYears(11).isAfter(end) ? end : around.minusYears(11);
    return Human.of(county, number, around.minusYears(16), latest, null, 0.5);
  }

  /** Parent or carer of a person: of the same household, name and street. */
  Human carerOf(Human child) {
    long number = 500_000_000L + child.number();
    Human adult =
        Human.of(
            county,
            number,
            child.born().minusYears(45),
            child.born().minusYears(21),
            child.home(),
            0.75);
    return new Human(
        number,
        adult.female(),
        adult.given(),
        adult.own().child("name").yes(0.75) ? child.family() : adult.family(),
        adult.born(),
        child.ethnicity(),
        adult.nationality(),
        adult.disabled(),
        child.home(),
        child.street(),
        child.postcode(),
        adult.phone(),
        adult.own());
  }

  List<Human> made() {
    return made;
  }
}
