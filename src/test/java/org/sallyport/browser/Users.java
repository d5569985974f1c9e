package org.sallyport.browser;

import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.TokenResponse;
import java.text.ParseException;
import java.util.UUID;
import org.openqa.selenium.By;

/** The administrators' pages about people, as a visitor uses them. */
record Users(Visitor administrator) {

  static final String PASSWORD = "grey hills and a kettle";
  static final String NEW = "New user · Sallyport";

  /** Signs in and shows the form for a new person. */
  void enter() {
    administrator.open("/admin/users/new");
    administrator.signIn("admin");
    administrator.awaitTitle(NEW);
  }

  static String newName() {
    return "person-" + UUID.randomUUID();
  }

  /** Adds a person with a link, which is returned. */
  String create(String name) {
    administrator.type("username", name);
    administrator.press("#create");
    return administrator.text("dd.code");
  }

  /** Adds a person with a password, which is good at once or must be changed first. */
  void createWithPassword(String name, Start start) {
    administrator.type("username", name);
    administrator.find("[name=access][value=password]").click();
    administrator.type("initial_password", PASSWORD);
    if (start == Start.AT_ONCE) {
      administrator.find("#must_change").click();
    }
    administrator.press("#create");
    administrator.driver().findElement(By.id("disable"));
  }

  /** The id of the person whom an application has got a token for. */
  static String idIn(TokenResponse answer) {
    try {
      var token = answer.toSuccessResponse().getTokens().getAccessToken().getValue();
      return JWTParser.parse(token).getJWTClaimsSet().getSubject();
    } catch (ParseException e) {
      throw new AssertionError("not a JWT", e);
    }
  }

  /** What a first password is good for. */
  enum Start {
    AT_ONCE,
    AFTER_A_CHANGE
  }

  /** Fills in the two fields for a new password and sends them. */
  void choose(String password, String again, String button) {
    administrator.type("new_password", password);
    administrator.type("new_password_again", again);
    administrator.press(button);
  }
}
