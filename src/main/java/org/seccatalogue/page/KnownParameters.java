package org.seccatalogue.page;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestQuery;
import org.seccatalogue.baseline.Published;
import org.seccatalogue.schema.CatalogueSchema;
import org.seccatalogue.schema.LinkRule;

/// Refuses addresses of pages with parameters that the page does not take: what is passed over in
/// silence looks like a filter that was applied.
@Provider
@HtmlPage
class KnownParameters implements ContainerRequestFilter {

  private final ResourceInfo asked;
  private final CatalogueSchema schema;
  private final Published published;
  private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

  KnownParameters(@Context ResourceInfo asked, CatalogueSchema schema, Published published) {
    this.asked = asked;
    this.schema = schema;
    this.published = published;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!List.of("GET", "HEAD").contains(request.getMethod())) {
      return;
    }
    Method page = asked.getResourceMethod();
    Set<String> unknown = new HashSet<>(request.getUriInfo().getQueryParameters().keySet());
    unknown.removeAll(known.computeIfAbsent(page, KnownParameters::names));
    if (!unknown.isEmpty() && page.isAnnotationPresent(TakesLinks.class)) {
      links().map(LinkRule::name).forEach(unknown::remove);
    }
    if (!unknown.isEmpty()) {
      throw new BadRequestException();
    }
  }

  /// Baselines have record types of their own; those of any will do.
  private Stream<LinkRule> links() {
    return Stream.concat(
        schema.links().stream(),
        published.baselines().stream()
            .flatMap(baseline -> published.schema(baseline).links().stream()));
  }

  private static Set<String> names(Method page) {
    Set<String> names = new HashSet<>();
    for (Parameter parameter : page.getParameters()) {
      add(parameter, parameter.getName(), names);
      if (parameter.isAnnotationPresent(BeanParam.class)) {
        for (Field field : parameter.getType().getDeclaredFields()) {
          add(field, field.getName(), names);
        }
      }
    }
    return names;
  }

  private static void add(AnnotatedElement element, String name, Set<String> names) {
    RestQuery rest = element.getAnnotation(RestQuery.class);
    QueryParam query = element.getAnnotation(QueryParam.class);
    if (query != null) {
      names.add(query.value());
    } else if (rest != null) {
      names.add(rest.value().isEmpty() ? name : rest.value());
    }
  }
}
