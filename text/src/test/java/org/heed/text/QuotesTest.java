package org.heed.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Which stretches of a text are quoted. */
class QuotesTest {
  private final Words words = new Words();
  private final Quotes quotes = new Quotes();

  /** The quoted text around what stands between [ and ], with its marks; nothing if in none. */
  private String around(String marked) {
    String text = marked.replace("[", "").replace("]", "");
    FoldedText folded = new FoldedText();
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    folded.set(utf8, 0, utf8.length);
    words.set(folded.bytes(), folded.length());
    quotes.set(folded.bytes(), folded.length(), words);
    int from = marked.indexOf('[');
    int to = marked.indexOf(']') - 1;
    int quotation = quotes.around(from, to);
    assertThat(quotes.hold(from, to)).isEqualTo(quotation >= 0);
    return quotation < 0
        ? ""
        : text.substring(quotes.opening(quotation), quotes.closing(quotation) + 1);
  }

  @Test
  void pairOfMarks_quotesWhatIsBetween() {
    assertThat(around("He said \"I was [afraid]\" again")).isEqualTo("\"I was afraid\"");
    assertThat(around("He said \"[I was afraid]\" again")).isEqualTo("\"I was afraid\"");
    assertThat(around("\"[Afraid]\"")).isEqualTo("\"Afraid\"");
    assertThat(around("He [said] \"I was afraid\" again")).isEmpty();
    assertThat(around("He said \"I was afraid\" [again]")).isEmpty();
    assertThat(around("He [said \"I] was afraid\" again")).isEmpty();
    assertThat(around("He said \"I was [afraid\" again]")).isEmpty();
    assertThat(around("\"One\" and [two] and \"three\"")).isEmpty();
    assertThat(around("\"One\" and two and \"[three]\"")).isEqualTo("\"three\"");
  }

  @Test
  void singleMarks_quoteWhereAQuotationCanBeginAndEnd() {
    assertThat(around("'They've [hurt] me,' he said")).isEqualTo("'They've hurt me,'");
    assertThat(around("the boys' [bags] and 'phones'")).isEmpty();
    assertThat(around("a '[boyfriend]'")).isEqualTo("'boyfriend'");
    assertThat(around("it didn't [hurt], he doesn't say")).isEmpty();
  }

  @Test
  void inchesAndApostrophes_quoteNothing() {
    String told =
        "Male 5'10\" tall. She said \"[leave] me alone\" and went; he is known as \"JD\".";
    assertThat(around(told)).isEqualTo("\"leave me alone\"");
    assertThat(around(told.replace("[leave]", "leave").replace("and went", "and [went]")))
        .isEmpty();
    assertThat(around("a 6\" knife, \"[mine] now\" he said")).isEqualTo("\"mine now\"");
    assertThat(around("a 6\" knife and [then] a 4\" one")).isEmpty();
    assertThat(around("\"he had a 6\" [knife] on him\" she said")).endsWith("him\"");
    assertThat(around("\"he is 5'10\" and [tall]\" she said")).endsWith("tall\"");
    assertThat(around("stayed 'til late [with] the boys' friends")).isEmpty();
    assertThat(around("'I took the boys' [bags] off them' he said")).endsWith("them'");
    assertThat(around("in the '90s [she] was with the boys' friends")).isEmpty();
    assertThat(around("a stray \" and [then] she said \"stop it\" again")).isEmpty();
    assertThat(around("a stray \" and then she said \"[stop] it\" again")).isEqualTo("\"stop it\"");
  }

  @Test
  void marksThatFaceAWay_openAndCloseThatWay() {
    assertThat(around("” she said “[leave] me” and went")).isEqualTo("“leave me”");
    assertThat(around("”She [said]“ leave” again")).isEmpty();
    assertThat(around("„[Leave] me“ again")).isEqualTo("„Leave me“");
    assertThat(around("“Leave” and [went] “home”")).isEmpty();
    assertThat(around("“Leave me\" [and] went")).isEmpty();
    assertThat(around("“[Leave] me\" and went")).isEqualTo("“Leave me\"");
    assertThat(around("5′10″ tall [and] “home”")).isEmpty();
  }

  @Test
  void sparselySetMarks_stillQuote() {
    assertThat(around("said:\"[leave] me\" and")).isEqualTo("\"leave me\"");
    assertThat(around("said \" [leave] me \" and")).isEqualTo("\" leave me \"");
    assertThat(around("said \"...[leave] me\" and")).isEqualTo("\"...leave me\"");
    assertThat(around("said \"[leave] me \", and")).isEqualTo("\"leave me \"");
    assertThat(around("said (\"[leave] me\") and")).isEqualTo("\"leave me\"");
  }

  @Test
  void quotationWithinAnother_isPartOfIt() {
    assertThat(around("\"he [said] 'no' and 'never' to me\"")).startsWith("\"he").endsWith("me\"");
    assertThat(around("\"he said '[no]' to me\"")).startsWith("\"he").endsWith("me\"");
    assertThat(around("'he said \"no\" to [me]' then")).isEqualTo("'he said \"no\" to me'");
  }

  @Test
  void markWithoutPartnerInItsParagraph_quotesNothing() {
    assertThat(around("\"I was [afraid]")).isEmpty();
    assertThat(around("\"I was [afraid]\n\nof him\" he said")).isEmpty();
    assertThat(around("One\"\n\n\"I was [afraid]\" he said")).isEqualTo("\"I was afraid\"");
    assertThat(around("'I was [afraid]\n\nof him' he said")).isEmpty();
  }

  @Test
  void marksAnywhereAmongEightBytes_areFound() {
    for (int at = 0; at < 24; at++) {
      String before = "x".repeat(at) + (at == 0 ? "" : " ");
      assertThat(around(before + "\"a [b] c\"")).as("at %d", at).isEqualTo("\"a b c\"");
      assertThat(around(before + "'a [b] c'")).as("at %d", at).isEqualTo("'a b c'");
    }
  }

  @Test
  void manyQuotations_areAllFound() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      text.append("\"a b\" c ");
    }
    assertThat(around(text + "\"[d] e\"")).isEqualTo("\"d e\"");
    assertThat(around("\"[d] e\" " + text)).isEqualTo("\"d e\"");
    assertThat(around(text + "[d] " + text)).isEmpty();
  }
}
