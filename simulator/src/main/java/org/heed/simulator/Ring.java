package org.heed.simulator;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One exploiter or several acting together, with the places, vehicles and telephones that recur
 * across the reports about them.
 *
 * @param form {@code group}, {@code older-partner}, {@code online}, {@code peer} or {@code venue}
 * @param from first of the days between which new children are drawn in
 */
record Ring(
    int number,
    String form,
    Borough borough,
    LocalDate from,
    LocalDate to,
    List<Human> suspects,
    String hotel,
    String takeaway,
    String carPark,
    String house,
    List<Vehicle> vehicles,
    List<String> phones,
    String account) {

  /** A vehicle under the force's number for it. */
  record Vehicle(String key, String mark, String look) {}

  static final double[] FORM_SHARES = {0.34, 0.26, 0.24, 0.08, 0.08};
  static final List<String> FORMS = List.of("group", "older-partner", "online", "peer", "venue");

  String trueKey() {
    return "G" + number;
  }

  String placeKey(String label) {
    return "PL" + Math.floorMod((borough.name() + label).hashCode(), 9_000_000);
  }

  String phoneKey(String phone) {
    return "TE" + phone.substring(phone.length() - 6);
  }

  static Ring of(
      Chance force, int number, String form, LocalDate from, LocalDate to, People people) {
    Chance chance = force.child(number);
    Borough borough = Places.anyBorough(chance);
    int size =
        switch (form) {
          case "group" -> chance.between(2, 7);
          case "venue" -> chance.between(1, 3);
          case "peer" -> chance.between(1, 2);
          default -> 1;
        };
    List<Human> suspects =
        IntStream.range(0, size)
            .mapToObj(i ->
                form.equals("peer")
                    ? people.olderChild(borough)
                    : people.adult(borough, i == 0 ? 0 : 0.07))
            .toList();
    int cars = form.equals("online") ? 1 : Math.min(3, 1 + size / 3);
    return new Ring(
        number,
        form,
        borough,
        from,
        to,
        suspects,
        Places.hotel(borough, chance),
        Places.takeaway(borough, chance),
        Places.carPark(borough, chance),
        Places.street(borough, chance),
        IntStream.range(0, cars)
            .mapToObj(i ->
                new Vehicle(
                    "VE" + (100_000 + number * 4 + i),
                    Places.registration(chance),
                    Cast.look(chance)))
            .toList(),
        IntStream.range(0, Math.min(4, size + 1))
            .mapToObj(i -> Places.ownPhone(number * 4 + i))
            .toList(),
        chance.pick(Names.ALIASES).toLowerCase(Locale.ROOT)
            + "_"
            + chance.between(10, 99)
            + chance.pick(List.of("x", "nn", "real", "vip", "")));
  }
}
