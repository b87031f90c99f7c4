package org.heed.server.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.heed.server.access.Sessions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The outer door. No session lives in the server: a request carries its token, and the database
 * says whose it is. Which right opens an endpoint stands at the endpoint ({@code @Needs}), checked
 * by {@link Doorkeeper}; anything without is closed.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

  @Bean
  SecurityFilterChain door(HttpSecurity http, Sessions sessions) throws Exception {
    CookieCsrfTokenRepository csrf = new CookieCsrfTokenRepository();
    csrf.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
    csrf.setCookieName("heed_csrf");
    return http.sessionManagement(
            management -> management.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .csrf(protection ->
            protection
                .csrfTokenRepository(csrf)
                .ignoringRequestMatchers(request ->
                    SessionFilter.hasBearer(request)
                        || (request.getMethod().equals("POST")
                            && request.getRequestURI().equals("/api/v1/tokens"))
                        || FormToken.isReadLater(request)
                        || isProgram(request)))
        .headers(headers -> headers.frameOptions(frame -> frame.deny()))
        .formLogin(form -> form.disable())
        .httpBasic(basic -> basic.disable())
        .logout(logout -> logout.disable())
        .requestCache(cache -> cache.disable())
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(SecurityConfiguration::askToSignIn))
        .addFilterBefore(new SessionFilter(sessions), AuthorizationFilter.class)
        .build();
  }

  /** Without a browser's session there is nothing to forge with: such a request is nobody's. */
  private static boolean isProgram(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/") && SessionFilter.token(request).isEmpty();
  }

  private static void askToSignIn(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException unused)
      throws IOException {
    Doorkeeper.askToSignIn(request, response);
  }

  /** Each request is measured once, by the server itself, not again at every filter of the door. */
  @Bean
  SecurityObservationSettings measuredElsewhere() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  WebMvcConfigurer doorkeeper() {
    return new WebMvcConfigurer() {
      @Override
      public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Doorkeeper());
      }
    };
  }

  /** Where to go on once signed in, as a query. */
  static String then(HttpServletRequest request) {
    String query = request.getQueryString();
    String then = request.getRequestURI() + (query == null ? "" : "?" + query);
    return "?then=" + URLEncoder.encode(then, StandardCharsets.UTF_8);
  }
}
