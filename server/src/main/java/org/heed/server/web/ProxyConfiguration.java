package org.heed.server.web;

import org.apache.catalina.valves.RemoteCIDRValve;
import org.apache.catalina.valves.RemoteIpValve;
import org.heed.server.ServeOptions;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Who asks, and whether with TLS, is what a web server in front says in {@code X-Forwarded-For} and
 * {@code X-Forwarded-Proto}. Only the one that is trusted is believed; where Heed listens to other
 * machines, nobody else is answered.
 */
@Configuration(proxyBeanMethods = false)
class ProxyConfiguration {

  @Bean
  WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> behindProxy(ServeOptions options) {
    ProxySettings settings = ProxySettings.in(options.data());
    return server -> {
      RemoteCIDRValve known = new RemoteCIDRValve();
      known.setAllow(settings.mayAsk());
      RemoteIpValve forwarded = new RemoteIpValve();
      forwarded.setInternalProxies(settings.believed());
      forwarded.setRemoteIpHeader("X-Forwarded-For");
      forwarded.setProtocolHeader("X-Forwarded-Proto");
      server.addEngineValves(known, forwarded);
    };
  }
}
