package org.heed.server.tellus.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.heed.server.access.SessionToken;
import org.junit.jupiter.api.Test;

/** Whose lane is whose, and how much of one lane is kept. */
class LanesTest {
  @Test
  void addressesOfOneNewNetwork_areOneLane_andOfAnotherAreNot() {
    assertThat(Lanes.network("2001:db8:1:1::7"))
        .isEqualTo(Lanes.network("2001:db8:1:1:ffff:0:0:1"))
        .isNotEqualTo(Lanes.network("2001:db8:1:2::7"));
    assertThat(Lanes.network("198.51.100.4")).isNotEqualTo(Lanes.network("198.51.100.5"));
    assertThat(Lanes.network("not an address"))
        .isEqualTo("not an address".getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void moreDraftsThanALaneMayHave_letGoTheFloodsOldest_notTheChildsWhoTyped() {
    Lanes.Drafts drafts = new Lanes.Drafts();
    drafts.add("child", false);
    drafts.add("child", true);
    for (int i = 0; i < Lanes.MOST_DRAFTS; i++) {
      assertThat(drafts.add("flood " + i, false)).isEmpty();
    }
    List<String> gone =
        List.of("more", "and more").stream()
            .map(one -> drafts.add(one, false).map(SessionToken::secret).orElseThrow())
            .toList();
    assertThat(gone).containsExactly("flood 0", "flood 1");
  }
}
