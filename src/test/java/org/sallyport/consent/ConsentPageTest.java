package org.sallyport.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sallyport.audit.AuditEvent;
import org.sallyport.client.Client;
import org.sallyport.client.Clients;
import org.sallyport.client.Scope;
import org.sallyport.client.ScopeCatalogue;
import org.sallyport.client.TestClients;
import org.sallyport.login.Flow;
import org.sallyport.login.Flows;
import org.sallyport.login.TestFlows;
import org.sallyport.login.TestLogins;
import org.sallyport.oauth.FormDecoder;
import org.sallyport.oauth.Randomness;
import org.sallyport.oauth.Scopes;
import org.sallyport.store.OneTransaction;
import org.sallyport.testing.Beans;
import org.sallyport.testing.FakePage;
import org.sallyport.testing.FakeRequest;
import org.sallyport.testing.FakeResponse;
import org.sallyport.testing.Injection;
import org.sallyport.testing.SettableClock;
import org.sallyport.user.User;

class ConsentPageTest {

  private final SettableClock clock = new SettableClock();
  private final Flows flows = TestFlows.make();
  private final User alice = new User("alice", "", Instant.EPOCH);
  private final TestLogins logins = new TestLogins().with(alice, clock.instant());
  private final FakePage request =
      new FakePage(FakeRequest.to("/consent").cookie("sallyport_browser", Randomness.secret()));
  private final Flow flow =
      Flow.of("/authorize", FormDecoder.parse("client_id=app"), clock.instant());
  private final String tx = flows.seal(flow, request.request(), new FakeResponse().build());
  private final List<String> given = new ArrayList<>();
  private final List<AuditEvent> events = new ArrayList<>();
  private Scopes asked = Scopes.of("read", "write");
  private Scopes optional = Scopes.NONE;
  private Consent consent;
  private final ConsentPage page = page();

  @Test
  void theFormOfThePageAllows() {
    page.open();
    request.with("csrf", page.getCsrf());
    page.allow();

    assertThat(given).containsExactly(alice.id() + " app read write");
    assertThat(request.next()).startsWith("/authorize?tx=");
  }

  @Test
  void anOptionalScopeWhoseBoxIsEmptyIsLeftOutAndStaysSo() {
    optional = Scopes.of("write");
    page.open();
    request.with("csrf", page.getCsrf()).with("offered", "write");
    page.allow();

    assertThat(given).containsExactly(alice.id() + " app read");
    assertThat(consent.answerTo(asked, optional)).hasValue(Scopes.of("read"));
    assertThat(page.getScopes()).extracting(ScopeInWords::isTicked).containsExactly(false, false);
  }

  @Test
  void aTickedBoxAllows() {
    optional = Scopes.of("write");
    page.open();
    request.with("csrf", page.getCsrf()).with("offered", "write").with("optional", "write");
    page.allow();

    assertThat(given).containsExactly(alice.id() + " app read write");
  }

  @Test
  void noOtherScopeCanBeLeftOutOrAdded() {
    page.open();
    request.with("csrf", page.getCsrf()).with("offered", "read").with("optional", "admin");
    page.allow();

    assertThat(given).containsExactly(alice.id() + " app read write");
  }

  @Test
  void whoLeavesOutEverythingIsAskedAgain() {
    optional = Scopes.of("read", "write");
    page.open();
    request.with("csrf", page.getCsrf()).with("offered", "read", "write");
    page.allow();

    assertThat(given).isEmpty();
    assertThat(page.getFailure().field()).isEqualTo("optional-0");
  }

  @Test
  void theFormOfThePageDenies() {
    page.open();
    request.with("csrf", page.getCsrf());
    page.deny();

    assertThat(given).isEmpty();
    assertThat(answer()).isEqualTo(Flow.Answer.DENIED);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "forged"})
  void S10_noOtherFormAnswersForThePerson(String csrf) {
    request.with("tx", tx).with("csrf", csrf);
    page.allow();
    page.deny();
    page.switchAccount();

    assertThat(given).isEmpty();
    assertThat(events).isEmpty();
    assertThat(answer()).isEqualTo(Flow.Answer.NONE);
    assertThat(logins.current(null)).isPresent();
  }

  @Test
  void S10_aFormShownToOnePersonIsNotAnsweredByTheNext() {
    page.open();
    request.with("csrf", page.getCsrf());
    logins.with(new User("bob", "", Instant.EPOCH), clock.instant());
    page.allow();

    assertThat(given).isEmpty();
  }

  @Test
  void S10_aFormThatAskedInAnotherWayIsAskedAgain() {
    page.open();
    request.with("csrf", page.getCsrf());
    optional = Scopes.of("write");
    page.allow();

    assertThat(given).isEmpty();
  }

  @Test
  void S17_whatIsForAdministratorsIsAskedOfNobodyElse() {
    asked = Scopes.of("read", "sallyport:admin");
    page.open();

    assertThat(request.next()).startsWith("/authorize?tx=");
    assertThat(page.getScopes()).isEmpty();
    page.allow();
    assertThat(given).isEmpty();

    alice.asAdministrator();
    page.open();
    request.with("csrf", page.getCsrf());
    page.allow();
    assertThat(given).containsExactly(alice.id() + " app read sallyport:admin");
  }

  private Flow.Answer answer() {
    var sent = request.next().substring("/authorize?tx=".length());
    return flows.open(sent, request.request()).orElseThrow().answer();
  }

  private ConsentPage page() {
    request.with("tx", tx);
    return Injection.into(
        new ConsentPage(),
        request,
        flows,
        logins,
        new Clients() {
          @Override
          public Client require(String id) {
            return TestClients.unprotected(id);
          }
        },
        new ScopeCatalogue() {
          @Override
          public Scopes resolve(Client client, Optional<String> parameter) {
            return asked;
          }

          @Override
          public Optional<Scope> find(String name) {
            var scope = new Scope(name, "to " + name);
            return Optional.of(optional.contains(name) ? scope.asOptional() : scope);
          }

          @Override
          public Scopes optional() {
            return optional;
          }
        },
        new Consents() {
          @Override
          public void give(String userId, String clientId, Consent.Answer answer) {
            given.add(userId + " " + clientId + " " + answer.allowed());
            consent = new Consent(userId, clientId, answer, clock.instant());
          }

          @Override
          public Optional<Consent> find(String userId, String clientId) {
            return Optional.ofNullable(consent);
          }
        },
        Beans.<AuditEvent>eventsInto(events),
        new OneTransaction(),
        clock);
  }
}
