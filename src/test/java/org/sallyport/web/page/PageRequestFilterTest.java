package org.sallyport.web.page;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sallyport.testing.FakeRequest;
import org.sallyport.testing.FakeResponse;

class PageRequestFilterTest {

  private static final int ROOM = 9 * Runtime.getRuntime().availableProcessors();

  private final PageRequestFilter filter = new PageRequestFilter();
  private final List<FakeResponse> answers = new ArrayList<>();
  private int passed;

  private static final class Body extends ServletInputStream {

    private final ByteArrayInputStream bytes =
        new ByteArrayInputStream("username=alice".getBytes(US_ASCII));

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException();
    }
  }

  /** Sends a form, and while it is answered the others. */
  private void send(String method, int others) throws IOException, ServletException {
    var answer = new FakeResponse();
    answers.add(answer);
    filter.doFilter(
        FakeRequest.to("/login")
            .answering("getMethod", method)
            .answering("getServletPath", "/login")
            .answering("getQueryString", null)
            .answering("getContentType", "application/x-www-form-urlencoded")
            .answering("getInputStream", new Body())
            .header("Accept-Language", "de")
            .build(),
        answer.build(),
        (request, response) -> {
          passed++;
          if (others > 0) {
            send(method, others - 1);
          }
        });
  }

  @Test
  void aFormThatWouldTakeTheLastRoomIsToldToComeAgainAndTheNextOnePasses() throws Exception {
    send("POST", ROOM);

    assertThat(passed).isEqualTo(ROOM);
    var refused = answers.get(ROOM);
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).isEqualTo("5");
    assertThat(refused.header("Content-Length"))
        .isEqualTo(Integer.toString(refused.body().getBytes(UTF_8).length));
    assertThat(refused.body()).contains("<html lang=\"de\" dir=\"ltr\">").doesNotContain("%");

    send("POST", 0);
    assertThat(passed).isEqualTo(ROOM + 1);
  }

  @Test
  void whoOnlyLooksIsNotCounted() throws Exception {
    send("GET", ROOM + 1);

    assertThat(passed).isEqualTo(ROOM + 2);
  }
}
