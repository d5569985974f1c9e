package org.sallyport.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

class AuditLogTest {

  @Test
  void anEventIsOneLineWithItsIds() {
    assertThat(lines(new AuditEvent.GrantRevoked("grant-1", "u-1", "c-1", "a code was used again")))
        .containsExactly(
            "GrantRevoked[grantId=grant-1, userId=u-1, clientId=c-1,"
                + " reason=a code was used again]");
  }

  @Test
  void S27_aLineBreakInAnEventStartsNoLine() {
    var forged = "x\r\nLoggedIn[userId=admin, address=::1]\u001b[2J";
    assertThat(lines(new AuditEvent.ClientAuthenticationFailed(forged, "::1", "unknown")))
        .containsExactly(
            "ClientAuthenticationFailed[clientId=x??LoggedIn[userId=admin, address=::1]?[2J,"
                + " address=::1, reason=unknown]");
  }

  private static List<String> lines(AuditEvent event) {
    var lines = new ArrayList<String>();
    var handler =
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            lines.add(new SimpleFormatter().formatMessage(line));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    var logger = Logger.getLogger("org.sallyport.audit");
    logger.addHandler(handler);
    try {
      new AuditLog().write(event);
    } finally {
      logger.removeHandler(handler);
    }
    return lines;
  }
}
