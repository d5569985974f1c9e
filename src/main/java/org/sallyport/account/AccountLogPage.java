package org.sallyport.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sallyport.audit.trail.AuditTrail;
import org.sallyport.client.Client;
import org.sallyport.client.Clients;
import org.sallyport.login.Login;
import org.sallyport.web.CurrentPage;

/** What happened to a person's account: the rows of the audit that are about the person. */
@Named
@RequestScoped
public class AccountLogPage {

  private static final String PATH = Member.HOME + "/log";
  private static final int ROWS = 25;
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

  @Inject private CurrentPage page;
  @Inject private Member member;
  @Inject private AuditTrail trail;
  @Inject private Clients clients;

  private Login login;
  private int number = 1;
  private boolean more;
  private List<LogRow> rows = List.of();

  /** Reads the rows of a page. */
  public void open() {
    number =
        Optional.ofNullable(page.parameter("page"))
            .filter(text -> NUMBER.matcher(text).matches())
            .map(Integer::parseInt)
            .orElse(1);
    login = member.require(number == 1 ? PATH : url(number)).orElse(null);
    if (login == null) {
      return;
    }
    // One more than is shown tells whether there is another page.
    var found = trail.ofUser(login.user().id(), (number - 1) * ROWS, ROWS + 1);
    more = found.size() > ROWS;
    rows =
        found.stream()
            .limit(ROWS)
            .map(row -> new LogRow(row, clients.find(orNone(row.clientId())).map(Client::name)))
            .toList();
  }

  private static String orNone(String id) {
    return id == null ? "" : id;
  }

  /** Before anything is shown: a form that was sent here is none of ours. */
  public void guard() {
    if (login == null) {
      open();
    }
  }

  private static String url(int other) {
    return PATH + "?page=" + other;
  }

  public List<LogRow> getRows() {
    return rows;
  }

  public String getNewer() {
    return number == 1 ? null : number == 2 ? PATH : url(number - 1);
  }

  public String getOlder() {
    return more ? url(number + 1) : null;
  }
}
