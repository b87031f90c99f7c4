package org.heed.linkage.file;

import java.util.List;
import org.heed.linkage.Layout;
import org.heed.linkage.LinkFailure;

/** Where in a file's header the mapped columns stand. */
final class Columns {

  private final int id;
  private final int[] places;

  Columns(int id, int[] places) {
    this.id = id;
    this.places = places;
  }

  int id() {
    return id;
  }

  int[] places() {
    return places;
  }

  static Columns of(String file, List<String> header, Mapping mapping) {
    List<Layout.Column> mapped = mapping.layout().columns();
    int[] places = new int[mapped.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = place(file, header, mapped.get(i).name(), mapping);
    }
    return new Columns(place(file, header, mapping.id(), mapping), places);
  }

  private static int place(String file, List<String> header, String column, Mapping mapping) {
    int place = header.indexOf(column);
    if (place < 0) {
      throw new LinkFailure(
          mapping.place(column)
              + ": "
              + file
              + " has no column "
              + column
              + "; its columns are "
              + String.join(", ", header));
    }
    if (header.lastIndexOf(column) != place) {
      throw new LinkFailure(
          file + ":1: two columns are called " + column + "; give one of them another name");
    }
    return place;
  }
}
