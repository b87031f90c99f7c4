package org.heed.linkage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.heed.linkage.Kind;
import org.heed.linkage.Layout;
import org.heed.linkage.LinkFailure;
import org.heed.linkage.LinkListener;
import org.heed.linkage.Linkage;
import org.heed.linkage.Linker;
import org.heed.linkage.Model;
import org.heed.linkage.Records;
import org.heed.linkage.Settings;
import org.junit.jupiter.api.Test;

class ModelFileTest {
  private static final Layout LAYOUT =
      new Layout(
          List.of(
              new Layout.Column("first", Kind.GIVEN_NAME),
              new Layout.Column("surname", Kind.FAMILY_NAME),
              new Layout.Column("dob", Kind.DATE_OF_BIRTH)));
  private static final String SPLINK =
      """
      {"link_type":"dedupe_only","probability_two_random_records_match":0.001,
       "comparisons":[{"output_column_name":"surname","comparison_levels":[
         {"sql_condition":"surname_l IS NULL OR surname_r IS NULL","is_null_level":true},
         {"sql_condition":"surname_l = surname_r","m_probability":0.7,"u_probability":0.001},
         {"sql_condition":"jaro_winkler_similarity(surname_l, surname_r) >= 0.9",
          "m_probability":0.2,"u_probability":0.0005},
         {"sql_condition":"ELSE","m_probability":0.1,"u_probability":0.9985}]}]}
      """;

  @Test
  void savedModel_givesTheSameWeightsToTheLastDigit() {
    Records records = records();
    Linkage learnt = Linker.link(records, Settings.usual(), LinkListener.deaf());
    Model read = ModelFile.read("model.json", ModelFile.write(learnt.model()), LAYOUT);
    assertThat(read).isEqualTo(learnt.model());
    Linkage again = Linker.link(records, new Settings(0.5, read), LinkListener.deaf());
    assertThat(pairs(again)).isEqualTo(pairs(learnt)).isNotEmpty();
  }

  @Test
  void everyPair_isTheSumOfItsParts() {
    Linkage linkage = Linker.link(records(), Settings.usual(), LinkListener.deaf());
    linkage.eachPair((a, b, weight) ->
        assertThat(linkage.explain(a, b).parts().stream().mapToDouble(part -> part.weight()).sum())
            .isEqualTo(weight));
  }

  @Test
  void splinksModel_isRead() {
    Model model = ModelFile.read("splink.json", SPLINK, LAYOUT);
    assertThat(model.match()).isEqualTo(0.001);
    assertThat(ratio(model, "same")).isCloseTo(700, within(1e-9));
    assertThat(ratio(model, "very similar")).isCloseTo(400, within(1e-9));
    assertThat(ratio(model, "similar")).isCloseTo(0.1 / 0.9985, within(1e-9));
    assertThat(ratio(model, "different")).isCloseTo(0.1 / 0.9985, within(1e-9));
  }

  @Test
  void whatIsWrong_isNamedByPlace() {
    refused("{", "m.json:1: not JSON");
    refused("{}", "no model of a kind Heed knows");
    refused(SPLINK.replace("\"surname\"", "\"email\""), "comparisons[0].output_column_name");
    refused(
        SPLINK.replace("\"m_probability\":0.7", "\"m_probability\":7"),
        "comparisons[0].comparison_levels[1].m_probability must be a probability");
  }

  private static void refused(String text, String why) {
    assertThatThrownBy(() -> ModelFile.read("m.json", text, LAYOUT))
        .isInstanceOf(LinkFailure.class)
        .hasMessageContaining(why);
  }

  private static double ratio(Model model, String level) {
    return model.comparisons().getFirst().levels().stream()
        .filter(one -> one.level().equals(level))
        .mapToDouble(one -> one.m() / one.u())
        .findFirst()
        .orElseThrow();
  }

  private static List<String> pairs(Linkage linkage) {
    List<String> pairs = new ArrayList<>();
    linkage.eachPair((a, b, weight) -> pairs.add(a + "," + b + "," + weight));
    return pairs;
  }

  private static Records records() {
    Records.Builder records = Records.builder(LAYOUT);
    String[] firsts = {"Asha", "Grace", "Liam", "Zofia", "Kofi", "Maya", "Tom", "Ruth"};
    String[] lasts = {"Patel", "Okafor", "Byrne", "Nowak", "Mensah", "Shaw", "Ward"};
    for (int i = 0; i < 400; i++) {
      String born =
          String.format(
              java.util.Locale.ROOT, "%d-%02d-%02d", 1960 + i % 50, 1 + i % 12, 1 + i % 28);
      records.add(
          "a" + i, new String[] {firsts[i % 8], lasts[i % 7] + (char) ('a' + i % 26), born});
      if (i % 3 == 0) {
        records.add("b" + i, new String[] {firsts[i % 8], lasts[i % 7] + "x", born});
      }
    }
    return records.freeze();
  }
}
