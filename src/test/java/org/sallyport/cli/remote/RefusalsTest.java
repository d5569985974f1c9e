package org.sallyport.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sallyport.admin.api.problem.ApiError;

class RefusalsTest {

  @Test
  void whatIsSwitchedOffIsSaidWithItsSetting() {
    var body = ApiError.SWITCHED_OFF.because("set sallyport.imports=true").document().toString();

    assertThat(Refusals.of(403, body))
        .hasMessage("This server has it switched off: set sallyport.imports=true.");
  }

  @Test
  void whatTheTokenDoesNotAllowIsSaidWithItsScope() {
    var body = ApiError.NO_RIGHT.because("the token is for reading").document().toString();

    assertThat(Refusals.of(403, body)).hasMessageContaining("the scope sallyport:admin");
    assertThat(Refusals.of(403, "no JSON")).hasMessageContaining("the scope sallyport:admin");
  }
}
