package org.heed.server.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Wires the page kit. Who is looking comes from a {@link Viewers} of the access module. */
@Configuration(proxyBeanMethods = false)
public class WebConfiguration {

  /** Templates, turned into Java when Heed is built. */
  @Bean
  TemplateEngine templateEngine() {
    return TemplateEngine.createPrecompiled(ContentType.Html);
  }

  @Bean
  Assets assets() {
    return new Assets();
  }

  @Bean
  Shells shells(ObjectProvider<Viewers> viewers, Assets assets) {
    return new Shells(viewers.getIfAvailable(() -> request -> Optional.empty()), assets);
  }

  @Bean
  SealedWords sealedWords() {
    return new SealedWords();
  }

  @Bean
  ErrorPages errorPages(
      TemplateEngine engine,
      Shells shells,
      SealedWords sealed,
      ObjectProvider<OwnTrouble> ownTroubles) {
    return new ErrorPages(engine, shells, sealed, ownTroubles.stream().toList());
  }

  @Bean
  PageHeaders pageHeaders() {
    return new PageHeaders();
  }

  /** Outside everything but what names the request. */
  @Bean
  FilterRegistrationBean<LastResort> lastResort() {
    var registration = new FilterRegistrationBean<>(new LastResort());
    registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
    return registration;
  }

  /** Our files, and a closed door where whole WebJars would be. */
  @Bean
  SimpleUrlHandlerMapping assetMapping(Assets assets) {
    var handler = new AssetHandler(assets);
    return new SimpleUrlHandlerMapping(
        Map.of(Assets.PREFIX + "**", handler, "/webjars/**", handler), Ordered.HIGHEST_PRECEDENCE);
  }

  @Bean
  WebMvcConfigurer pageArguments(
      TemplateEngine engine, Shells shells, ObjectProvider<OwnAnswer> ownAnswers) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ShellArgument(shells));
      }

      @Override
      public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(new HtmlAnswers(engine));
      }

      @Override
      public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.addFirst(new PageFaults());
        resolvers.addFirst(new OwnAnswers(engine, shells, ownAnswers.stream().toList()));
      }
    };
  }
}
