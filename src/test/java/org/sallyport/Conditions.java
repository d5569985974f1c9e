package org.sallyport;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** What the rules of {@link ArchitectureTest} ask of classes, packages and their sources. */
final class Conditions {

  private static final String ROOT = "org.sallyport";
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern SENTENCE =
      Pattern.compile("\\A/\\*\\*\\s.*?[.;]\\s*\\*/", Pattern.DOTALL);

  private Conditions() {}

  /** Classes, nested ones included, whose file has a name with one of these endings. */
  static DescribedPredicate<JavaClass> named(String... endings) {
    return describe(
        "named *" + String.join(", *", endings),
        type -> List.of(endings).stream().anyMatch(outermost(type).getSimpleName()::endsWith));
  }

  /** Calls of, or references to, methods and constructors ({@code <init>}) of a class. */
  static DescribedPredicate<JavaAccess<?>> of(Class<?> owner, String... names) {
    return describe(
        owner.getSimpleName() + "." + String.join(", ", names),
        access ->
            access.getTargetOwner().isEquivalentTo(owner)
                && List.of(names).contains(access.getTarget().getName()));
  }

  /** Any {@code now()} of the platform. */
  static DescribedPredicate<JavaAccess<?>> now() {
    return describe(
        "now()",
        access ->
            access.getTargetOwner().getPackageName().equals("java.time")
                && access.getTarget().getName().equals("now"));
  }

  static ArchCondition<JavaClass> useEarlierPackagesOnly(List<String> order) {
    return condition(
        "use only packages before their own",
        (type, violation) -> {
          var own = order.indexOf(feature(type));
          if (own < 0) {
            violation.accept(type.getName() + " is in a package that the order does not list");
          }
          type.getDirectDependenciesFromSelf().stream()
              .filter(used -> used.getTargetClass().getPackageName().startsWith(ROOT))
              .filter(used -> order.indexOf(feature(used.getTargetClass())) > own)
              .forEach(used -> violation.accept(used.getDescription()));
        });
  }

  private static String feature(JavaClass type) {
    var name = type.getPackageName();
    return name.length() <= ROOT.length() ? "" : name.substring(ROOT.length() + 1).split("\\.")[0];
  }

  static ArchCondition<JavaClass> haveJavadoc() {
    return condition(
        "have Javadoc",
        (type, violation) -> {
          var declaration =
              Pattern.compile(
                  "\\*/\\s+(?:@(?s:.*?)\\n)?public [a-z -]*@?[a-z]+ "
                      + type.getSimpleName()
                      + "\\b");
          if (!declaration.matcher(source(type)).find()) {
            violation.accept(type.getName() + " has no Javadoc");
          }
        });
  }

  static ArchCondition<JavaClass> haveLinesAtMost(int most) {
    return condition(
        "have at most " + most + " lines",
        (type, violation) -> {
          var lines = source(type).lines().count();
          if (lines > most) {
            violation.accept(type.getName() + " has " + lines + " lines");
          }
        });
  }

  static ArchCondition<JavaClass> beListedIn(Path file) {
    return condition(
        "be listed in " + file,
        (type, violation) -> {
          if (!read(file).contains("<class>" + type.getName() + "</class>")) {
            violation.accept(type.getName() + " is not listed in " + file);
          }
        });
  }

  static ArchCondition<JavaMethod> takeNoBoolean() {
    return condition(
        "take no boolean",
        (method, violation) -> {
          if (method.getRawParameterTypes().stream()
              .anyMatch(t -> t.isEquivalentTo(boolean.class))) {
            violation.accept(method.getFullName() + " takes a boolean");
          }
        });
  }

  /** The packages that hold the classes. */
  static AbstractClassesTransformer<JavaPackage> packages() {
    return new AbstractClassesTransformer<>("packages") {
      @Override
      public Iterable<JavaPackage> doTransform(JavaClasses classes) {
        return classes.stream().map(JavaClass::getPackage).distinct().toList();
      }
    };
  }

  static ArchCondition<JavaPackage> haveFilesAtMost(int most) {
    return condition(
        "have at most " + most + " files",
        (place, violation) -> {
          // The array of an enum's values is a class of the package, too, and no file.
          var files =
              place.getClasses().stream()
                  .filter(type -> type.isTopLevelClass() && !type.isArray())
                  .count();
          if (files > most) {
            violation.accept(place.getName() + " has " + files + " files");
          }
        });
  }

  static ArchCondition<JavaPackage> saySentence() {
    return condition(
        "say in a sentence what they are",
        (place, violation) -> {
          var file =
              SOURCES.resolve(place.getName().replace('.', '/')).resolve("package-info.java");
          if (!Files.exists(file) || !SENTENCE.matcher(read(file)).find()) {
            violation.accept(place.getName() + " has no sentence in its package-info.java");
          }
        });
  }

  private static String source(JavaClass type) {
    return read(SOURCES.resolve(outermost(type).getName().replace('.', '/') + ".java"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(Conditions::outermost).orElse(type);
  }

  private static <T> ArchCondition<T> condition(
      String description, BiConsumer<T, Consumer<String>> check) {
    return new ArchCondition<>(description) {
      @Override
      public void check(T item, ConditionEvents events) {
        check.accept(item, text -> events.add(SimpleConditionEvent.violated(item, text)));
      }
    };
  }
}
