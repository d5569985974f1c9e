package org.sallyport.admin.api.description;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sallyport.admin.api.access.TokenFilter.Guarded;
import org.sallyport.admin.api.description.Operation.Filter;
import org.sallyport.admin.api.description.Operation.Given;
import org.sallyport.admin.api.problem.ApiError;
import org.sallyport.admin.api.problem.ApiProblem;
import org.sallyport.admin.api.problem.ApiProblem.Wrong;
import org.sallyport.oauth.FormDecoder;
import org.sallyport.oauth.OAuthException;
import org.sallyport.oauth.Parameters;

/** Refuses queries that say what their operation does not know: a slip would choose everything. */
@Guarded
@Provider
@ApplicationScoped
@Priority(Priorities.USER)
public class QueryFilter implements ContainerRequestFilter {

  private static final int LONGEST = 256; // characters
  private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}");

  @Context private ResourceInfo resource;
  @Inject private HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext incoming) {
    var wrong = new ArrayList<Wrong>();
    var method = resource.getResourceMethod();
    var operation = method == null ? null : method.getAnnotation(Operation.class);
    read(request)
        .asMap()
        .forEach((name, values) -> check(operation, name, values).ifPresent(wrong::add));
    if (!wrong.isEmpty()) {
      throw ApiProblem.of(wrong);
    }
  }

  /** The query, strictly decoded. */
  static Parameters read(HttpServletRequest request) {
    try {
      return FormDecoder.parse(request.getQueryString()).withoutRepetition();
    } catch (OAuthException e) {
      throw ApiError.MALFORMED.because(e.description());
    }
  }

  private static Optional<Wrong> check(Operation operation, String name, List<String> values) {
    var filter =
        Optional.ofNullable(operation).stream()
            .flatMap(known -> Arrays.stream(known.filters()))
            .filter(known -> known.name().equals(name))
            .findFirst();
    if (filter.isEmpty() && !isOfPages(operation, name)) {
      return Optional.of(new Wrong(name, "there is no such parameter"));
    }
    return filter.flatMap(known -> values.stream().flatMap(v -> wrong(known, v)).findFirst());
  }

  private static boolean isOfPages(Operation operation, String name) {
    return operation != null
        && operation.given() == Given.PAGE
        && List.of(Query.PAGE, Query.SIZE).contains(name);
  }

  private static Stream<Wrong> wrong(Filter filter, String value) {
    if (filter.values().length > 0 && !Arrays.asList(filter.values()).contains(value)) {
      var words = String.join(", ", filter.values());
      return Stream.of(new Wrong(filter.name(), "it must be one of " + words));
    } else if (value.length() > LONGEST || UNPRINTABLE.matcher(value).find()) {
      return Stream.of(new Wrong(filter.name(), "it is too long or unprintable"));
    }
    return Stream.empty();
  }
}
