package org.heed.linkage.thing;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two ways of writing one thing have one key, and a part of it is found. */
class ThingKeyTest {

  private static ThingKey key(ThingKind kind, String written) {
    return ThingKey.of(kind, written, null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "phone | 07700 900123 | +44 7700 900123",
        "phone | 07700 900123 | 0044 (0)7700-900-123",
        "phone | 020 7946 0018 | +442079460018",
        "vehicle | JB12 XYZ | jb12xyz",
        "vehicle | JB12 XYZ | VRM JB12-XYZ",
        "place | 12 Tannery Street, Greyport | 12 Tannery St, Greyport",
        "place | The Granary Lodge, Greyport | granary lodge greyport",
        "place | 4 Mill Race Rd, Greyport XG1 2AB | 4 Mill Race Road Greyport xg12ab",
        "account | @Wolf_23x | 'wolf_23x'",
        "account | https://www.photogram.example/wolf_23x?x=1 | Photogram: @wolf_23x",
        "account | wolf_23x on Photogram | Photogram: wolf_23x"
      })
  void writings_ofOneThing_haveOneKey(String kind, String one, String other) {
    ThingKind of = ThingKind.parse(kind);
    assertThat(key(of, one).exact()).isNotNull().isEqualTo(key(of, other).exact());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "vehicle | JB12 OSI | J812 051 | 0 and O, 1 and I, 5 and S, 8 and B",
        "phone | 07700 900123 | 01632 900123 | the last six digits",
        "place | 12 Tannery Street, Greyport | 12 Tannery St | number and street",
        "place | Granary Lodge | The Granary Lodge, Saltmere | the name",
        "account | wolf_23x on Photogram | wolf_23x | the handle"
      })
  void things_thatMayBeOne_agreeLooselyAlone(String kind, String one, String other, String why) {
    ThingKind of = ThingKind.parse(kind);
    assertThat(key(of, one).exact()).as(why).isNotEqualTo(key(of, other).exact());
    assertThat(key(of, one).loose()).as(why).isNotNull().isEqualTo(key(of, other).loose());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "phone | 07700 900123 | 900123 | true",
        "phone | 07700 900123 | +44 7700 900 | true",
        "phone | 07700 900123 | 123 | true",
        "phone | ending 123 | 123 | true",
        "phone | 07700 900123 | 770 | false",
        "phone | 07700 900123 | 9001234 | false",
        "vehicle | JB12 OSI | B12 | true",
        "vehicle | JB12 OSI | 812 0 | true",
        "vehicle | partial JB12 | J812 | true",
        "vehicle | JB12 OSI | 12JB | false",
        "account | wolf_23x | olf_2 | true",
        "account | wolf_23x | 3xwo | false",
        "place | 12 Tannery Street, Greyport | tannery st | true",
        "place | 12 Tannery Street, Greyport | tannery lane | false"
      })
  void part_isFound(String kind, String written, String part, boolean found) {
    ThingKind of = ThingKind.parse(kind);
    assertThat(ThingKey.asked(of, part)).isNotEmpty();
    boolean pieces = key(of, written).pieces().containsAll(ThingKey.asked(of, part));
    assertThat(pieces && ThingKey.holds(of, written, part)).isEqualTo(found);
  }

  @Test
  void partOfANumberOrPlate_isNoKey() {
    assertThat(key(ThingKind.PHONE, "ending 123").exact()).isNull();
    assertThat(key(ThingKind.PHONE, "ending 123").loose()).isNull();
    assertThat(key(ThingKind.VEHICLE, "partial JB12").exact()).isNull();
    assertThat(key(ThingKind.VEHICLE, "JB1").exact()).isNull();
    assertThat(key(ThingKind.PHONE, "unknown").pieces()).isEmpty();
  }

  @Test
  void whatCannotBeAKey_isTakenAsItIs() {
    for (String odd : new String[] {"", " ", "…", "\u0301", "😀", "0".repeat(500), "+", "@"}) {
      for (ThingKind kind : ThingKind.values()) {
        @Nullable String exact = key(kind, odd).exact();
        assertThat(exact == null || exact.length() <= 600).isTrue();
        assertThat(key(kind, odd).pieces()).hasSizeLessThanOrEqualTo(40);
      }
    }
  }
}
