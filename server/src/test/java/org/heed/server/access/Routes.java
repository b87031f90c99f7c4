package org.heed.server.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.heed.server.HeedServer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that a method answers, as the running server itself knows them. */
final class Routes {
  private Routes() {}

  /** One method of one address, and what answers it. */
  record Route(String method, String path, HandlerMethod handler) {
    /** Whether it belongs to the API. */
    boolean api() {
      return path.startsWith("/api/");
    }

    /** Whether Heed answers, not Spring. */
    boolean ours() {
      return handler.getBeanType().getName().startsWith("org.heed.");
    }

    /** As in {@code GET /reports/{id}}. */
    String name() {
      return method + " " + path;
    }
  }

  /** All of them, by address and method. The server has to have answered something before. */
  static List<Route> of(HeedServer server) {
    List<Route> routes = new ArrayList<>();
    for (HandlerMapping mapping : mappings(server)) {
      if (mapping instanceof RequestMappingInfoHandlerMapping methods) {
        methods
            .getHandlerMethods()
            .forEach((info, handler) -> {
              for (String path : info.getPatternValues()) {
                for (RequestMethod method : methods(info.getMethodsCondition().getMethods())) {
                  routes.add(new Route(method.name(), path, handler));
                }
              }
            });
      }
    }
    routes.sort(Comparator.comparing(Route::path).thenComparing(Route::method));
    return List.copyOf(routes);
  }

  /** What else answers: mappings whose addresses are not methods. */
  static List<String> others(HeedServer server) {
    return mappings(server).stream()
        .filter(mapping -> !(mapping instanceof RequestMappingInfoHandlerMapping))
        .map(mapping -> mapping.getClass().getSimpleName())
        .distinct()
        .sorted()
        .toList();
  }

  /** Makes a method answer an address of a running server. */
  static void add(
      HeedServer server, String path, Object controller, String method, Class<?>... arguments)
      throws NoSuchMethodException {
    RequestMappingHandlerMapping mapping =
        mappings(server).stream()
            .filter(one -> one.getClass() == RequestMappingHandlerMapping.class)
            .map(RequestMappingHandlerMapping.class::cast)
            .findFirst()
            .orElseThrow();
    mapping.registerMapping(
        RequestMappingInfo.paths(path).options(mapping.getBuilderConfiguration()).build(),
        controller,
        controller.getClass().getMethod(method, arguments));
  }

  private static List<HandlerMapping> mappings(HeedServer server) {
    return Objects.requireNonNull(
        server.service(DispatcherServlet.class).getHandlerMappings(), "nothing was asked yet");
  }

  /** An address without a method answers every one. */
  private static Collection<RequestMethod> methods(Collection<RequestMethod> named) {
    return named.isEmpty()
        ? EnumSet.of(
            RequestMethod.GET,
            RequestMethod.POST,
            RequestMethod.PUT,
            RequestMethod.PATCH,
            RequestMethod.DELETE)
        : named;
  }
}
