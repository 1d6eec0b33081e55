package dev.flor.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.flor.FlorException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Checks an exception that a user would see: its deed, its one line, its hint. */
final class Refusals {
  private Refusals() {}

  static void assertRefused(
      ThrowingCallable call, Class<? extends FlorException> deed, String message, String hint) {
    FlorException refused = catchThrowableOfType(deed, call);
    assertThat(refused).isNotNull();
    assertThat(refused.getMessage()).contains(message).doesNotContain("\n");
    assertThat(refused.hint()).contains(hint).doesNotContain("\n");
  }
}
