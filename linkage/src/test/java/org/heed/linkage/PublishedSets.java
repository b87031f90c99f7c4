package org.heed.linkage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.heed.linkage.file.Mapping;
import org.heed.linkage.file.MappingFile;
import org.heed.linkage.file.RecordFiles;
import org.heed.testkit.HeedData;

/** Published sets of records whose truth is known, as a mapping says. */
final class PublishedSets {
  static final String FEBRL =
      """
      id: rec_id
      given_name: given_name
      family_name: surname
      date_of_birth: date_of_birth
      street: address_1
      postcode: postcode
      national_id: soc_sec_id
      exact: [state, street_number]
      text: [suburb]
      """;
  static final String FAKE =
      """
      id: unique_id
      given_name: first_name
      family_name: surname
      date_of_birth: dob
      locality: city
      text: [email]
      """;
  static final String HISTORICAL =
      """
      id: unique_id
      given_name: first_name
      family_name: surname
      full_name: full_name
      date_of_birth: dob
      locality: birth_place
      postcode: postcode_fake
      sex: gender
      exact: [occupation]
      """;

  private PublishedSets() {}

  static Records read(String file, String mapping) {
    return read(HeedData.require("linkage/" + file), mapping);
  }

  static Records read(Path file, String mapping) {
    try {
      return RecordFiles.read(MappingFile.read("mapping.yaml", mapping), source(file), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One column of a file, in the order of its records. */
  static List<String> column(String file, String id, String column) {
    Mapping mapping = MappingFile.read("truth.yaml", "id: " + id + "\nexact: [" + column + "]\n");
    try {
      Records records =
          RecordFiles.read(mapping, source(HeedData.require("linkage/" + file)), null);
      List<String> values = new ArrayList<>();
      for (int i = 0; i < records.size(); i++) {
        values.add(String.valueOf(records.value(i, 0)));
      }
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static RecordFiles.Source source(Path file) {
    return new RecordFiles.Source() {
      @Override
      public String name() {
        return file.getFileName().toString();
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }
    };
  }

  /** The person that a record of Febrl's is of, which its id says. */
  static String febrlPerson(String id) {
    return id.split("-")[1];
  }

  static Linkage link(Records records) {
    return Linker.link(records, Settings.usual(), LinkListener.deaf());
  }
}
