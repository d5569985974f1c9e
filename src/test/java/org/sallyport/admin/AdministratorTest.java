package org.sallyport.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sallyport.login.Flow;
import org.sallyport.login.Flows;
import org.sallyport.login.LoginFirst;
import org.sallyport.login.TestFlows;
import org.sallyport.login.TestLogins;
import org.sallyport.oauth.Randomness;
import org.sallyport.testing.FakePage;
import org.sallyport.testing.FakeRequest;
import org.sallyport.testing.Injection;
import org.sallyport.testing.SettableClock;
import org.sallyport.user.User;
import org.sallyport.web.Csrf;

class AdministratorTest {

  private final TestLogins logins = new TestLogins();
  private final FakePage page =
      new FakePage(FakeRequest.to("/admin").cookie("sallyport_browser", Randomness.secret()));
  private final Flows flows = TestFlows.make();
  private final Administrator administrator =
      Injection.into(
          new Administrator(),
          page,
          logins,
          Injection.into(new LoginFirst(), page, logins, flows, new SettableClock()));

  @Test
  void anAdministratorPasses() {
    logins.with(new User("admin", "", Instant.EPOCH).asAdministrator(), Instant.EPOCH);

    assertThat(administrator.require("/admin/clients")).isPresent();
    assertThat(page.problem()).isNull();
  }

  @Test
  void anyoneElseFindsNoSuchPage() {
    logins.with(new User("alice", "", Instant.EPOCH), Instant.EPOCH);

    assertThat(administrator.require("/admin/clients")).isEmpty();
    assertThat(page.problem().status()).isEqualTo(404);
  }

  @Test
  void aStrangerLogsInFirst() {
    assertThat(administrator.require("/admin/clients")).isEmpty();
    assertThat(page.next()).startsWith("/login?tx=");
  }

  @Test
  void S20_anAddressThatNoBrowserCouldCarryIsForgotten() {
    administrator.require("/admin/clients?q=" + "x".repeat(1000));
    var tx = page.next().substring("/login?tx=".length());
    assertThat(tx).hasSizeLessThan(1000);
    assertThat(flows.open(tx, page.request())).get().returns("/admin/clients", Flow::path);
  }

  @Test
  void S10_onlyAFormOfThisLoginIsGenuine() {
    logins.with(new User("admin", "", Instant.EPOCH).asAdministrator(), Instant.EPOCH);
    assertThat(administrator.isGenuine()).isFalse();
    page.with("csrf", Csrf.token(Randomness.secret(), "/admin"));
    assertThat(administrator.isGenuine()).isFalse();
    page.with("csrf", Csrf.token(logins.secret(null).orElseThrow(), "/logout"));
    assertThat(administrator.isGenuine()).isFalse();

    page.with("csrf", administrator.csrf());
    assertThat(administrator.isGenuine()).isTrue();
  }
}
