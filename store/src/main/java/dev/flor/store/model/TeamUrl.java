package dev.flor.store.model;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a team's PostgreSQL database is. It stands in a file that comes with the repository that one
 * clones, so nothing is taken that could be more than an address: no class to load, no file to write or
 * read, no setting of the server.
 *
 * @param text as it was written
 */
public record TeamUrl(String text) {
  private static final String HOST = "(?:[A-Za-z0-9.-]+|\\[[0-9A-Fa-f:]+\\])(?::[0-9]{1,5})?";
  private static final Pattern WRITTEN = Pattern.compile(
      "jdbc:postgresql://" + HOST + "(?:," + HOST
          + ")*/[A-Za-z0-9_-]+(?:\\?(?<parameters>[A-Za-z]+=[A-Za-z0-9_.-]+(?:&[A-Za-z]+=[A-Za-z0-9_.-]+)*))?");
  private static final Set<String> HARMLESS = Set.of(
      "user",
      "ssl",
      "sslmode",
      "currentSchema",
      "ApplicationName",
      "connectTimeout",
      "loginTimeout",
      "socketTimeout",
      "targetServerType");

  public TeamUrl {
    if (!isAddress(text)) {
      throw new IllegalStateException("no address of a PostgreSQL database: " + text);
    }
  }

  /** The address, if it is one of a PostgreSQL database and nothing else. */
  public static Optional<TeamUrl> parse(String text) {
    return isAddress(text) ? Optional.of(new TeamUrl(text)) : Optional.empty();
  }

  private static boolean isAddress(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return false;
    }
    String parameters = written.group("parameters");
    for (String parameter : parameters == null ? new String[0] : parameters.split("&", -1)) {
      if (!HARMLESS.contains(parameter.substring(0, parameter.indexOf('=')))) {
        return false;
      }
    }
    return true;
  }
}
