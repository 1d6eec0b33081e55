package dev.flor.cli.io;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The value of {@code --since}. */
public final class SinceDate {
  private SinceDate() {}

  /** Nothing for null. */
  public static Optional<Instant> parse(String since) {
    if (since == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          since.contains("T")
              ? since.endsWith("Z")
                  ? Instant.parse(since)
                  : LocalDateTime.parse(since).toInstant(ZoneOffset.UTC)
              : LocalDate.parse(since).atStartOfDay().toInstant(ZoneOffset.UTC));
    } catch (DateTimeParseException e) {
      throw new UsageException(
          "--since " + since + " is no date", "write it as 2026-01-31 or 2026-01-31T12:00");
    }
  }
}
