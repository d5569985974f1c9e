package org.sallyport.admin.api.client;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sallyport.admin.api.json.Flat;
import org.sallyport.admin.api.json.Text;

/** A secret as it can be shown: nobody knows what it is. */
@Text("A living secret of a client")
public record SecretView(
    @Text("Its id, which is no secret") String id,
    @Text("When it was made") Instant createdAt,
    @Text("When it ends; null where that is not decided") Optional<Instant> expiresAt,
    @Text("When it was last used, up to a minute late") Optional<Instant> lastUsed) {

  /** One that follows those before it. */
  @Text("A secret that is to follow the one before")
  public record Wanted(
      @Text("A secret of your own, of 32 to 256 printable characters of ASCII without spaces")
          Optional<String> clientSecret,
      @Text("How long the one before goes on working, P90D at most; null ends it now")
          Optional<Duration> keepOld) {}

  /** One that was made just now. */
  @Text("A secret that was made just now, told this once")
  public record Made(@Flat SecretView secret, String clientSecret) {}
}
