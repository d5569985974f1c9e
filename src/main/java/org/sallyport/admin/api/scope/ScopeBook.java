package org.sallyport.admin.api.scope;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sallyport.admin.api.RowLock;
import org.sallyport.admin.api.problem.ApiError;
import org.sallyport.admin.api.problem.ApiProblem;
import org.sallyport.admin.api.problem.ApiProblem.Wrong;
import org.sallyport.admin.scope.ScopeAdministration;
import org.sallyport.admin.scope.ScopeForm;
import org.sallyport.client.Scope;
import org.sallyport.client.ScopeRegistry;
import org.sallyport.oauth.PathSegment;
import org.sallyport.oauth.Scopes;
import org.sallyport.web.page.Failure;
import org.sallyport.web.words.Language;

/** What the API does to scopes, by the rules and services of the pages. */
@ApplicationScoped
public class ScopeBook {

  @Inject private ScopeRegistry registry;
  @Inject private ScopeAdministration administration;
  @Inject private RowLock lock;

  /** Those whose names have a part, by name. */
  List<ScopeSettings.View> list(String part) {
    var uses = registry.uses();
    return registry.list().stream()
        .filter(scope -> scope.name().contains(part))
        .map(scope -> view(scope, uses))
        .toList();
  }

  ScopeSettings.View view(Scope scope) {
    return view(scope, registry.uses());
  }

  private static ScopeSettings.View view(Scope scope, Map<String, Long> uses) {
    return new ScopeSettings.View(
        scope.name(),
        ScopeSettings.of(scope),
        uses.getOrDefault(scope.name(), 0L),
        Scopes.RESERVED.contains(scope.name()));
  }

  /**
   * The scope of a path.
   *
   * @throws ApiProblem when there is none
   */
  Scope require(String segment) {
    return registry
        .find(PathSegment.read(segment))
        .orElseThrow(() -> ApiError.MISSING.because("there is no scope of this name"));
  }

  /** Adds a scope; the same one twice is one. */
  ScopeSettings.View add(ScopeSettings.Wanted wanted, String by) {
    var form = form(wanted.name(), wanted.settings());
    if (!administration.create(form, by).isEmpty()) {
      throw ApiError.CONFLICT.because("there is a scope of this name").at("name");
    }
    return view(require(PathSegment.of(wanted.name().strip())));
  }

  void change(Scope scope, ScopeSettings after, String by) {
    if (!administration.change(form(scope.name(), after), scope.version(), by).isEmpty()) {
      throw ApiProblem.stale();
    }
  }

  private static ScopeForm form(String name, ScopeSettings settings) {
    for (var language : settings.words().keySet()) {
      if (Language.ALL.stream().noneMatch(known -> known.tag().equals(language))) {
        throw ApiProblem.of("words", "there are no words in this language here");
      }
    }
    var form = new ScopeForm();
    form.setName(name);
    form.setDescription(settings.description());
    form.getWords().putAll(settings.words());
    form.setByDefault(settings.byDefault());
    form.setOptional(settings.optional());
    var failures = ScopeAdministration.failures(form);
    if (!failures.isEmpty()) {
      throw ApiProblem.of(failures.stream().map(ScopeBook::wrong).toList());
    }
    return form;
  }

  private static Wrong wrong(Failure failure) {
    var field = failure.field().startsWith("words_") ? "words" : failure.field();
    return new Wrong(field, failure.text());
  }

  /** Removes a scope that still is as it is known. */
  void remove(Scope scope, String by, Consumer<ScopeSettings.View> known) {
    lock.change(() -> registry.lock(scope.name()).map(this::view), known, () -> remove(scope, by));
  }

  private void remove(Scope scope, String by) {
    if (!administration.remove(scope.name(), by)) {
      var isReserved = Scopes.RESERVED.contains(scope.name());
      throw ApiError.CONFLICT.because(
          isReserved ? "this scope is for administrators, and stays" : "clients may ask for it");
    }
  }
}
