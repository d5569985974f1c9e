package org.sallyport.admin.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sallyport.admin.api.access.TokenFilter.Guarded;
import org.sallyport.admin.api.description.Operation;

/** What the API serves is described, and needs a token. */
class ApiOperationsTest {

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.sallyport");

  @Test
  void everyMethodThatIsServedIsDescribedAndEveryDescribedOneServed() {
    var methods = resources().flatMap(type -> Arrays.stream(type.getDeclaredMethods())).toList();
    assertThat(methods).anyMatch(ApiOperationsTest::isServed);
    assertThat(methods)
        .allMatch(method -> isServed(method) == method.isAnnotationPresent(Operation.class));
  }

  @Test
  void everyResourceNeedsAToken() {
    assertThat(resources()).isNotEmpty().allMatch(type -> type.isAnnotationPresent(Guarded.class));
  }

  @Test
  void nothingElseIsServedBelowTheApi() {
    var paths =
        CLASSES.stream()
            .filter(type -> type.isAnnotatedWith(jakarta.ws.rs.Path.class))
            .filter(type -> !type.isAssignableTo(ApiResource.class))
            .map(type -> type.getAnnotationOfType(jakarta.ws.rs.Path.class).value())
            .filter(path -> path.startsWith(ApiResource.ROOT))
            .toList();
    assertThat(paths).isEqualTo(List.of(ApiResource.ROOT + "/openapi.json"));
  }

  private static Stream<Class<?>> resources() {
    return CLASSES.stream()
        .filter(type -> type.isAssignableTo(ApiResource.class))
        .filter(type -> !type.isEquivalentTo(ApiResource.class))
        .map(type -> type.reflect());
  }

  private static boolean isServed(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(found -> found.annotationType().isAnnotationPresent(HttpMethod.class));
  }
}
