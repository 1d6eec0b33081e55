package dev.flor.propagator;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of call, as a user writes it: {@code Metrics.record(*)}, {@code counter.increment()}. A star stands for
 * anything; what stands before the last dot is a type, or a receiver as it is written.
 *
 * @param receiver empty for a call without one
 * @param arguments whether it may have any; without, it must have none
 */
record CallPattern(Pattern receiver, Pattern method, boolean arguments) {
  private static final Pattern FORM =
      Pattern.compile("(?:([\\w$*<][\\w$*.()<>]*)\\.)?([\\w$*]+)\\((\\*?)\\)");

  static Optional<CallPattern> parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    return form.matches()
        ? Optional.of(new CallPattern(
            glob(form.group(1) == null ? "" : form.group(1)),
            glob(form.group(2)),
            !form.group(3).isEmpty()))
        : Optional.empty();
  }

  /**
   * Whether a call is of this kind.
   *
   * @param receivers what its receiver goes by; one empty name if there is none
   */
  boolean matches(Collection<String> receivers, String called, int argumentCount) {
    return (arguments || argumentCount == 0)
        && method.matcher(called).matches()
        && receivers.stream().anyMatch(name -> receiver.matcher(name).matches());
  }

  private static Pattern glob(String text) {
    StringBuilder pattern = new StringBuilder();
    for (String literal : text.split("\\*", -1)) {
      pattern
          .append(pattern.isEmpty() ? "" : ".*")
          .append(literal.isEmpty() ? "" : Pattern.quote(literal));
    }
    return Pattern.compile(text.startsWith("*") ? ".*" + pattern : pattern.toString());
  }
}
