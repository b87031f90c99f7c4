package org.heed.server.publication.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.heed.figures.published.LondonBoroughs.Borough;
import org.heed.server.web.Tile;

/**
 * London's boroughs and the City as tiles of one size, each near its neighbours. An arrangement of
 * our own.
 */
final class LondonTiles {
  private static final List<String> ROWS =
      List.of(
          "- - - Enfield - - -",
          "- Harrow Barnet Haringey Waltham_Forest Redbridge Havering",
          "Hillingdon Brent Camden Islington Hackney Newham Barking_and_Dagenham",
          "Ealing Kensington_and_Chelsea Westminster City_of_London Tower_Hamlets Greenwich Bexley",
          "Hounslow Hammersmith_and_Fulham Wandsworth Lambeth Southwark Lewisham -",
          "- Richmond_upon_Thames Merton - Bromley - -",
          "- - Kingston_upon_Thames Sutton Croydon - -");

  /** With the third letter Haringey and Harrow would be alike; no name is shorter than five. */
  private static final int FOURTH = 3;

  private LondonTiles() {}

  /**
   * The tiles of some boroughs.
   *
   * @param shown what each has written in it, and its shade
   */
  static List<Tile> of(
      List<Borough> boroughs, Function<Borough, Map.Entry<String, Integer>> shown) {
    List<Tile> tiles = new ArrayList<>();
    for (int row = 0; row < ROWS.size(); row++) {
      String[] names = ROWS.get(row).split(" ");
      for (int column = 0; column < names.length; column++) {
        String name = names[column].replace('_', ' ');
        int at = column;
        int down = row;
        boroughs.stream()
            .filter(borough -> borough.name().equals(name))
            .findFirst()
            .ifPresent(borough -> {
              Map.Entry<String, Integer> of = shown.apply(borough);
              tiles.add(new Tile(letters(name), name, at, down, of.getKey(), of.getValue()));
            });
      }
    }
    return tiles;
  }

  /** Its initials, or letters of a name of one word, which no two have alike. */
  static String letters(String name) {
    StringBuilder letters = new StringBuilder();
    for (String word : name.split(" ", -1)) {
      if (Character.isUpperCase(word.charAt(0))) {
        letters.append(word.charAt(0));
      }
    }
    return letters.length() > 1 ? letters.toString() : name.substring(0, 2) + name.charAt(FOURTH);
  }
}
