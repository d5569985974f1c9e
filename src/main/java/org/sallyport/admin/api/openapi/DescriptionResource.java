package org.sallyport.admin.api.openapi;

import static java.util.Comparator.comparing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sallyport.admin.api.ApiResource;
import org.sallyport.admin.api.description.Operation;
import org.sallyport.config.ServerSettings;

/** Tells what the API serves, to anybody: whoever wants a token must know for what. */
@ApplicationScoped
@Path(ApiResource.ROOT + "/openapi.json")
public class DescriptionResource {

  @Inject private BeanManager beans;
  @Inject private ServerSettings settings;

  private volatile JsonObject document;

  @GET
  @Produces("application/json")
  public String get() {
    return document().toString();
  }

  /** The document, made once. */
  public JsonObject document() {
    var made = document;
    if (made == null) {
      made = new OpenApi(settings.url("")).document(served());
      document = made;
    }
    return made;
  }

  private List<Served> served() {
    return beans.getBeans(ApiResource.class, Any.Literal.INSTANCE).stream()
        .map(Bean::getBeanClass)
        .flatMap(DescriptionResource::operations)
        .sorted(comparing(Served::path).thenComparing(Served::id))
        .toList();
  }

  static Stream<Served> operations(Class<?> resource) {
    return Arrays.stream(resource.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Operation.class))
        .map(method -> served(resource, method));
  }

  private static Served served(Class<?> resource, Method method) {
    var below = Optional.ofNullable(method.getAnnotation(Path.class)).map(Path::value).orElse("");
    var path = resource.getAnnotation(Path.class).value() + below;
    var verb =
        Arrays.stream(method.getAnnotations())
            .flatMap(found -> Stream.ofNullable(verb(found.annotationType())))
            .findFirst()
            .orElseThrow();
    var name = resource.getSimpleName().replace("Resource", "");
    var id = Character.toLowerCase(name.charAt(0)) + name.substring(1) + "." + method.getName();
    return new Served(
        id, verb, path.substring(ApiResource.ROOT.length()), method.getAnnotation(Operation.class));
  }

  private static String verb(Class<?> annotation) {
    var verb = annotation.getAnnotation(HttpMethod.class);
    return verb == null ? null : verb.value();
  }
}
