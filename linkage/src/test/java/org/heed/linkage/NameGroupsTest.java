package org.heed.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A name is as frequent as it is among those whose names go with it. */
class NameGroupsTest {
  private static final String[][] GIVEN = {
    {"john", "david", "james", "thomas", "mark"}, {"mohammed", "imran", "ali", "bilal", "tariq"}
  };
  private static final String[][] FAMILY = {
    {"smith", "jones", "taylor", "brown", "evans"}, {"khan", "ahmed", "hussain", "shah", "malik"}
  };

  @Test
  void aNameBesideOneOfItsOwnKind_isLessRareThanAmongEverybody() {
    Records.Builder records =
        Records.builder(
            new Layout(
                List.of(
                    new Layout.Column("given", Kind.GIVEN_NAME),
                    new Layout.Column("family", Kind.FAMILY_NAME))));
    for (int i = 0; i < 2_000; i++) {
      int community = i % 10 == 0 ? 1 : 0;
      records.add(
          "r" + i,
          new @Nullable String[] {GIVEN[community][i / 10 % 5], FAMILY[community][i / 50 % 5]});
    }
    Names names = Names.of(records.freeze(), false);
    NameGroups groups = NameGroups.of(names);
    double amongEverybody = -Weights.log2(0.1 / 5);
    assertThat(groups.rarity(code(names, "mohammed"), code(names, "khan")))
        .isLessThan((float) (amongEverybody - 2));
    assertThat(groups.rarity(code(names, "mohammed"), code(names, "smith")))
        .isGreaterThan((float) amongEverybody);
  }

  private static int code(Names names, String name) {
    for (int code = 0; code < names.values().size(); code++) {
      if (names.values().text(code).equals(name)) {
        return code;
      }
    }
    throw new AssertionError(name);
  }
}
