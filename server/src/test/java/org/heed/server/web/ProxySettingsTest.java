package org.heed.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.heed.server.StartFailure;
import org.junit.jupiter.api.Test;

/** Only the web server that was named is believed, and nobody by a name. */
class ProxySettingsTest {
  private static ProxySettings said(String listen, String proxies) {
    Properties said = new Properties();
    said.setProperty("listen", listen);
    said.setProperty("proxies", proxies);
    return ProxySettings.of(said);
  }

  @Test
  void withoutAFile_thisMachineAloneIsListenedToAndBelieved() {
    ProxySettings settings = ProxySettings.of(new Properties());
    assertThat(settings.listen()).isEqualTo("127.0.0.1");
    assertThat("127.0.0.1").matches(settings.believed());
    assertThat("0:0:0:0:0:0:0:1").matches(settings.believed());
    assertThat("10.0.0.5").doesNotMatch(settings.believed());
    assertThat(settings.mayAsk()).isEqualTo("127.0.0.0/8,::1");
  }

  @Test
  void webServerElsewhere_isBelievedByItsAddress() {
    ProxySettings settings = said("10.0.0.4", "10.0.0.5, fd00::5");
    assertThat(settings.listen()).isEqualTo("10.0.0.4");
    assertThat("10.0.0.5").matches(settings.believed());
    assertThat("10.0.0.50").doesNotMatch(settings.believed());
    assertThat("10a0b0c5").doesNotMatch(settings.believed());
    assertThat("fd00:0:0:0:0:0:0:5").matches(settings.believed());
    assertThat(settings.mayAsk()).contains("10.0.0.5", "fd00:0:0:0:0:0:0:5");
  }

  @Test
  void listeningElsewhereWithoutATrustedWebServer_orAName_isRefused() {
    assertThatThrownBy(() -> said("0.0.0.0", ""))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("web.properties");
    assertThatThrownBy(() -> said("127.0.0.1", "proxy.example"))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("proxies");
    assertThatThrownBy(() -> said("127.0.0.1", "10.0.0.999")).isInstanceOf(StartFailure.class);
  }
}
