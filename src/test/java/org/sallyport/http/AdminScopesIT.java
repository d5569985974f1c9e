package org.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.testing.Administration;
import org.sallyport.testing.Page;
import org.sallyport.testing.Person;
import org.sallyport.testing.Server;

/** Administrators keep the scopes: their words, what may be left out, and their end. */
class AdminScopesIT {

  private static final Server SERVER = Server.shared();
  private static Person admin;

  @BeforeAll
  static void logIn() {
    admin = new Administration(SERVER).administrator();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/new", "/edit?scope=read", "/delete?scope=read"})
  void whoIsNoAdministratorFindsNothing(String path) {
    var bob = Person.of(SERVER, "bob");
    var login = bob.open("/admin/scopes" + path);
    assertThat(login.has("login")).isTrue();
    assertThat(bob.logIn(login).status()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/edit?scope=none", "/edit", "/delete?scope=none", "/preview?scope=none"})
  void aScopeThatIsNotThereIsNotFound(String path) {
    assertThat(admin.open("/admin/scopes" + path).status()).isEqualTo(404);
  }

  @Test
  void aScopeIsCreatedChangedAndDeleted() {
    assertThat(create("kept", "Keep it", "words_de", "Es behalten").body())
        .contains("The scope was created.", "kept");
    var edit = admin.open("/admin/scopes/edit?scope=kept");
    assertThat(edit.value("words_de")).isEqualTo("Es behalten");
    assertThat(admin.press(edit, "save", "description", "Keep it well").body())
        .contains("The scope was saved.", "Keep it well");
    var delete = admin.open("/admin/scopes/delete?scope=kept");
    assertThat(admin.press(delete, "delete").body()).contains("The scope was deleted.");
    assertThat(admin.open("/admin/scopes").body()).doesNotContain("Keep it well");
    assertThat(admin.press(delete, "delete").status()).isEqualTo(404);
  }

  @Test
  void aFormSentTwiceDoesItsWorkOnce() {
    var form = admin.open("/admin/scopes/new");
    String[] typed = {"name", "twice", "description", "Do it twice"};
    assertThat(admin.press(form, "save", typed).body()).contains("The scope was created.");
    assertThat(admin.press(form, "save", typed).body()).contains("The scope was created.");
    var edit = admin.open("/admin/scopes/edit?scope=twice");
    assertThat(admin.press(edit, "save", "description", "Once").body()).contains("was saved.");
    assertThat(admin.press(edit, "save", "description", "Once").body()).contains("was saved.");
    var other = admin.press(form, "save", "name", "twice", "description", "Something else");
    assertThat(other.body()).contains("There is a scope of this name already.", "Something else");
  }

  @ParameterizedTest
  @ValueSource(strings = {"two words", "quo\"te", "back\\slash", "ümlaut", ""})
  void aNameHoldsToTheCharactersOfScopeTokens(String name) {
    assertThat(create(name, "Something").body()).contains("<title>Error: ", "Give a name of at");
  }

  @Test
  void whatSomebodyElseChangedMeanwhileIsToldAndNothingTypedIsLost() {
    create("shared", "Share it");
    var mine = admin.open("/admin/scopes/edit?scope=shared");
    var theirs = admin.open("/admin/scopes/edit?scope=shared");
    admin.press(theirs, "save", "description", "Share it all");
    var told = admin.press(mine, "save", "description", "Share some", "words_de", "Teilen");
    assertThat(told.body()).contains("Somebody else has changed", "is now: Share it all");
    assertThat(told.value("description")).isEqualTo("Share some");
    assertThat(told.value("words_de")).isEqualTo("Teilen");
    assertThat(admin.press(told, "save").body()).contains("The scope was saved.", "Share some");
  }

  @Test
  void S10_aForgedFormChangesNothing() {
    create("genuine", "Be genuine");
    var edit = admin.open("/admin/scopes/edit?scope=genuine");
    var page = admin.press(edit, "save", "csrf", "forged", "description", "Be forged");
    assertThat(page.body()).contains("This page was open for too long");
    var delete = admin.open("/admin/scopes/delete?scope=genuine");
    admin.press(delete, "delete", "csrf", "forged");
    assertThat(admin.open("/admin/scopes").body()).contains("Be genuine").doesNotContain("forged");
  }

  @Test
  void aScopeThatClientsMayHaveStays() {
    var page = admin.open("/admin/scopes/delete?scope=read");
    assertThat(page.body()).contains("clients use it").contains("can’t be deleted");
    assertThat(page.has("delete")).isFalse();
    var other = create("unused", "Be unused");
    assertThat(other.status()).isEqualTo(200);
    var form = admin.open("/admin/scopes/delete?scope=unused");
    assertThat(admin.press(form, "delete", "scope", "read").body()).contains("can’t be deleted");
    assertThat(admin.open("/admin/scopes/edit?scope=read").status()).isEqualTo(200);
  }

  @Test
  void thePreviewSpeaksEachLanguage() {
    assertThat(admin.open("/admin/scopes/preview?scope=read&ui_locales=de").body())
        .contains("Ihre Daten ansehen", "lang=\"de\"");
    assertThat(admin.open("/admin/scopes/preview?scope=read&ui_locales=ar").body())
        .contains("الاطلاع على بياناتك", "dir=\"rtl\"");
  }

  private static Page create(String name, String description, String... more) {
    var typed = new String[4 + more.length];
    System.arraycopy(new String[] {"name", name, "description", description}, 0, typed, 0, 4);
    System.arraycopy(more, 0, typed, 4, more.length);
    return admin.press(admin.open("/admin/scopes/new"), "save", typed);
  }
}
