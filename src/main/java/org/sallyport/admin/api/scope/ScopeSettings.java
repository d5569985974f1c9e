package org.sallyport.admin.api.scope;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sallyport.admin.api.json.Flat;
import org.sallyport.admin.api.json.Text;
import org.sallyport.client.Scope;

/** What can be changed of a scope. */
@Text("What can be changed of a scope")
public record ScopeSettings(
    @Text("What it allows, as people read it where there are no words in their language")
        String description,
    @Text("What it allows in the words of languages, by their tags (de, ar)")
        Map<String, String> words,
    @Text("Whether a client that asks for nothing gets it") boolean byDefault,
    @Text("Whether people may leave it out and allow the rest") boolean optional) {

  static ScopeSettings of(Scope scope) {
    return new ScopeSettings(
        scope.description(), new TreeMap<>(scope.words()), scope.isDefault(), scope.isOptional());
  }

  /** A scope. */
  @Text("A scope")
  public record View(
      @Text("Its name, for ever") String name,
      @Flat ScopeSettings settings,
      @Text("How many clients may ask for it") long clients,
      @Text("Whether it is for administrators alone: never by default, never removed")
          boolean reserved) {}

  /** A scope to add. */
  @Text("A scope to add")
  public record Wanted(
      @Text("Its name, for ever") String name,
      @Text("What it allows, as people read it") String description,
      @Text("The same in languages, by their tags (de, ar)") Optional<Map<String, String>> words,
      @Text("Whether a client that asks for nothing gets it") Optional<Boolean> byDefault,
      @Text("Whether people may leave it out") Optional<Boolean> optional) {

    ScopeSettings settings() {
      return new ScopeSettings(
          description, words.orElse(Map.of()), byDefault.orElse(false), optional.orElse(false));
    }
  }
}
