package org.heed.server.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that Heed's own code answers, pages and API alike. */
@Component
public class Routes {
  private final ObjectProvider<RequestMappingHandlerMapping> mapping;

  Routes(
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> mapping) {
    this.mapping = mapping;
  }

  /** One method of one address, and what answers it. */
  public record Route(String method, String path, HandlerMethod handler) {
    /** Whether it belongs to the API. */
    public boolean api() {
      return path.startsWith("/api/");
    }

    /** As in {@code GET /reports/{id}}. */
    public String name() {
      return method + " " + path;
    }
  }

  /** Every route, by address and method. */
  public List<Route> all() {
    List<Route> routes = new ArrayList<>();
    mapping
        .getObject()
        .getHandlerMethods()
        .forEach((info, handler) -> {
          if (!handler.getBeanType().getName().startsWith("org.heed.")) {
            return;
          }
          for (String path : info.getPatternValues()) {
            for (RequestMethod method : info.getMethodsCondition().getMethods()) {
              routes.add(new Route(method.name(), path, handler));
            }
          }
        });
    routes.sort(Comparator.comparing(Route::path).thenComparing(Route::method));
    return List.copyOf(routes);
  }
}
