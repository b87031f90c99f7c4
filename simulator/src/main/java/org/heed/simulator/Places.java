package org.heed.simulator;

import java.util.ArrayList;
import java.util.List;

/** The invented county's gazetteer: streets, venues, schools and homes of each borough. */
final class Places {

  private static final List<String> FIRST =
      List.of(
          "Tannery",
          "Quarry",
          "Larkfield",
          "Sorrel",
          "Mill Race",
          "Cinder",
          "Beacon",
          "Hazel",
          "Ropewalk",
          "Granary",
          "Pinfold",
          "Orchard",
          "Kestrel",
          "Foundry",
          "Lime Kiln",
          "Weaver",
          "Sallow",
          "Chandler",
          "Turnstile",
          "Harebell",
          "Colliery",
          "Drovers",
          "Teasel",
          "Copper",
          "Marsh",
          "Wharf",
          "Bellmoor",
          "Saxon",
          "Fuller",
          "Cobbler",
          "Thistle",
          "Almshouse");
  private static final List<String> LAST =
      List.of(
          "Street", "Road", "Lane", "Close", "Avenue", "Court", "Rise", "Way", "Gardens", "Drive");
  private static final List<String> HOTELS =
      List.of(
          "Larkfield Lodge",
          "Cinder Hill Inn",
          "Wayside Rest Hotel",
          "Quayside Budget Rooms",
          "Kestrel House Hotel",
          "The Granary Lodge",
          "Junction 9 Lodge",
          "Harbour Gate Rooms",
          "Teasel Park Hotel",
          "Ropewalk Guest House",
          "The Saxon Stop",
          "Beacon Road Stopover",
          "The Drovers Hotel",
          "Station Approach Rooms",
          "Mill Race Inn",
          "Northgate Suites");
  private static final List<String> TAKEAWAYS =
      List.of(
          "Pepper Lane Grill",
          "Star Kebab House",
          "Cluck Corner",
          "Blue Lamp Pizza",
          "Harbour Fryer",
          "Rocket Chicken",
          "Spice Box",
          "Pinfold Peri",
          "Golden Ladle",
          "Turnstile Pizza",
          "Dune Shisha Lounge",
          "Midnight Desserts",
          "Copper Pan Grill",
          "Corner Shop Vapes",
          "Ace Car Wash",
          "Wharf Road Minimart");
  private static final List<String> CAR_PARKS =
      List.of(
          "Quayside multi-storey",
          "Market Street car park",
          "the retail park car park",
          "Foundry Row multi-storey",
          "the leisure centre car park",
          "Station Road car park",
          "the old bowling alley car park",
          "Canal Basin car park");
  private static final List<String> PARKS =
      List.of(
          "Beacon Park",
          "the recreation ground",
          "Saxon Fields",
          "the skate park",
          "Weir Gardens",
          "Colliery Woods",
          "the canal towpath",
          "Pinfold Green");
  private static final List<String> SCHOOLS =
      List.of(
          "Ropewalk Academy",
          "Harebell High School",
          "St Wendreda's School",
          "Quarry Hill Academy",
          "Marsh Lane School",
          "The Teasel School",
          "Chandler Road Academy",
          "Copperfields PRU",
          "Bellmoor School",
          "Weaver College");
  private static final List<String> HOMES =
      List.of(
          "Rowan House",
          "Fern Bank",
          "The Willows",
          "Hollin Lodge",
          "Applegarth",
          "Kittiwake House",
          "Birch View",
          "Sorrel Cottage");
  private static final List<String> FAR =
      List.of(
          "Port Sallow",
          "Wexcombe",
          "Hartlow",
          "Great Tarn",
          "Ellmouth",
          "Kingsferry",
          "Stanmere",
          "Thorncaster",
          "Brayport",
          "Old Linford");
  private static final List<String> SHOPS =
      List.of(
          "Cobbler's Convenience",
          "the petrol station",
          "the pharmacy",
          "Hazel Foods",
          "Budget Barn",
          "the sports shop",
          "the off-licence",
          "Northgate Electricals",
          "the garden centre",
          "Fuller's Outfitters");

  private static final Borough[] BOROUGHS = Borough.values();
  private static final double[] SHARES = new double[BOROUGHS.length];

  static {
    for (int i = 0; i < BOROUGHS.length; i++) {
      SHARES[i] = BOROUGHS[i].share();
    }
  }

  private Places() {}

  static Borough anyBorough(Chance chance) {
    return BOROUGHS[chance.weighted(SHARES)];
  }

  static String streetName(Chance chance) {
    return chance.pick(FIRST) + " " + chance.pick(LAST);
  }

  static String street(Borough borough, Chance chance) {
    return chance.between(1, 140) + " " + streetName(chance) + ", " + borough.title();
  }

  /** A postcode whose area no postal service uses. */
  static String postcode(Borough borough, Chance chance) {
    return "X"
        + borough.name().charAt(0)
        + chance.between(1, 9)
        + " "
        + chance.between(1, 9)
        + (char) ('A' + chance.below(26))
        + (char) ('A' + chance.below(26));
  }

  private static final List<String> DRAMA =
      List.of(
          "0113 496 0",
          "0114 496 0",
          "0115 496 0",
          "0116 496 0",
          "0117 496 0",
          "0118 496 0",
          "0121 496 0",
          "0131 496 0",
          "0141 496 0",
          "0151 496 0",
          "0161 496 0",
          "0191 498 0",
          "020 7946 0",
          "01632 960");

  /** A number of the ranges that Ofcom keeps for drama; mobiles from 600 up. */
  static String phone(Chance chance) {
    return chance.yes(0.3)
        ? "07700 900" + chance.between(600, 999)
        : chance.pick(DRAMA) + Pad.zeros(chance.below(1000), 3);
  }

  /** A mobile number of the same ranges kept for those who exploit: each has their own. */
  static String ownPhone(int number) {
    return "07700 900" + Pad.zeros(number % 600, 3);
  }

  /** A registration mark whose first letter was never issued, without vowels that could spell. */
  static String registration(Chance chance) {
    String letters = "BCDFGHJKLMNPRSTVWX";
    StringBuilder mark = new StringBuilder();
    mark.append("JTU".charAt(chance.below(3))).append(letters.charAt(chance.below(18)));
    mark.append(chance.yes(0.5) ? chance.between(10, 26) : chance.between(60, 75));
    mark.append(' ');
    for (int i = 0; i < 3; i++) {
      mark.append(letters.charAt(chance.below(18)));
    }
    return mark.toString();
  }

  static String hotel(Borough borough, Chance chance) {
    return own(HOTELS, borough, chance);
  }

  static String takeaway(Borough borough, Chance chance) {
    return own(TAKEAWAYS, borough, chance);
  }

  static String carPark(Borough borough, Chance chance) {
    return own(CAR_PARKS, borough, chance);
  }

  static String school(Borough borough, Chance chance) {
    return own(SCHOOLS, borough, chance);
  }

  static String park(Chance chance) {
    return chance.pick(PARKS);
  }

  static String home(Chance chance) {
    return chance.pick(HOMES);
  }

  static String far(Chance chance) {
    return chance.pick(FAR);
  }

  static String shop(Chance chance) {
    return chance.pick(SHOPS);
  }

  /** Each borough has its own few of a list. */
  private static String own(List<String> all, Borough borough, Chance chance) {
    List<String> few = new ArrayList<>();
    int at = Math.floorMod(borough.name().hashCode(), all.size());
    for (int i = 0; i < 3; i++) {
      few.add(all.get((at + i * 3) % all.size()));
    }
    return chance.pick(few);
  }
}
