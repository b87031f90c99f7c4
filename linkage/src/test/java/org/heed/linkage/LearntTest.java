package org.heed.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.heed.linkage.file.ModelFile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A pair weighed by itself, against the same pair in a whole linking. */
class LearntTest {
  private static final Records FAMILIES = new HardFamilies(new Random(5)).records(900);

  static @Nullable String[] row(Records records, int record) {
    @Nullable String[] row = new String[records.layout().columns().size()];
    for (int column = 0; column < row.length; column++) {
      row[column] = records.value(record, column);
    }
    return row;
  }

  @Test
  void anyTwoRecords_areWeighedToTheSameParts_asInTheLinkingOfAll() {
    Linkage linkage = Linker.link(FAMILIES, Settings.usual(), LinkListener.deaf());
    Learnt learnt = Learnt.of(FAMILIES);
    assertThat(learnt.model()).isEqualTo(linkage.model());
    Random random = new Random(1);
    for (int i = 0; i < 3_000; i++) {
      int a = random.nextInt(FAMILIES.size());
      int b = i % 3 == 0 ? random.nextInt(FAMILIES.size()) : near(a, random);
      Explanation alone = learnt.explain(row(FAMILIES, a), row(FAMILIES, b));
      assertThat(alone).as(a + " and " + b).isEqualTo(linkage.explain(a, b));
      assertThat(alone.parts().stream().mapToDouble(Explanation.Part::weight).sum())
          .isEqualTo(alone.weight());
    }
  }

  private static int near(int a, Random random) {
    return Math.clamp(a + random.nextInt(9) - 4, 0, FAMILIES.size() - 1);
  }

  @Test
  void modelReadBackFromItsFile_weighsTheSame() {
    Learnt learnt = Learnt.of(FAMILIES);
    Model again = ModelFile.read("model.json", ModelFile.write(learnt.model()), FAMILIES.layout());
    assertThat(Learnt.of(FAMILIES, again).explain(row(FAMILIES, 1), row(FAMILIES, 2)))
        .isEqualTo(learnt.explain(row(FAMILIES, 1), row(FAMILIES, 2)));
  }

  @Test
  void valueThatNobodyHas_weighsAsMuchAsTheRarest_andWhatIsNotSaidNothing() {
    Learnt learnt = Learnt.of(FAMILIES);
    @Nullable String[] stranger = {"Zephaniah", null, null, null, null, null, null};
    Explanation said = learnt.explain(stranger, stranger);
    assertThat(said.parts())
        .filteredOn(part -> part.level().equals(Explanation.NOT_KNOWN))
        .extracting(Explanation.Part::comparison)
        .isEqualTo(List.of("family_name", "date_of_birth", "sex", "street", "postcode", "phone"));
    double rarest = 0;
    for (int i = 0; i < FAMILIES.size(); i++) {
      @Nullable String[] one = {row(FAMILIES, i)[0], null, null, null, null, null, null};
      rarest = Math.max(rarest, learnt.explain(one, one).weight());
    }
    assertThat(said.weight()).isGreaterThanOrEqualTo(rarest);
  }
}
