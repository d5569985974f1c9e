package org.sallyport.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.sallyport.oauth.Base62;
import org.sallyport.oauth.Digest;
import org.sallyport.oauth.Json;
import org.sallyport.oauth.Parameters;
import org.sallyport.oauth.Randomness;
import org.sallyport.oauth.Scopes;
import org.sallyport.web.Form;

/** The parts of a token request that are ours and sign nothing, in microseconds. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TokenParts {

  private final byte[] form =
      "grant_type=refresh_token&refresh_token=0123456789012345678901234567890123456789&scope=read"
          .getBytes(ISO_8859_1);
  private final String secret = Randomness.secret();

  @Benchmark
  public Parameters form() {
    return Form.read(new ByteArrayInputStream(form)).withoutRepetition();
  }

  @Benchmark
  public Digest digestOfASecret() {
    return Digest.of(secret);
  }

  @Benchmark
  public String randomName() {
    return Randomness.name();
  }

  @Benchmark
  public Object refreshTokenBytes() {
    return Base62.decode(secret);
  }

  @Benchmark
  public Scopes scopes() {
    return Scopes.parse("read write profile");
  }

  @Benchmark
  public String answer() {
    return Json.object()
        .add("access_token", secret)
        .add("token_type", "Bearer")
        .add("expires_in", 3600)
        .add("scope", "read")
        .build()
        .toString();
  }
}
