package dev.flor.store.db;

import java.sql.SQLException;

/** What H2 says, in one line. */
public final class H2Message {
  /** The hint for a file that is broken. */
  public static final String REBUILD =
      "`flor store rebuild` makes the database again; the journals hold everything";
  /** The hint for a file that cannot grow. */
  public static final String ROOM =
      "see that there is room on the disk; nothing is lost, for the journals hold everything";

  private static final int LONGEST = 300;

  private H2Message() {}

  static String hint(SQLException e) {
    return Damage.isNoRoom(e) ? ROOM : REBUILD;
  }

  /** The first line, without the statement that H2 appends and its error code. */
  public static String of(SQLException e) {
    String line = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    String said = line.replaceFirst("; SQL statement:.*$", "").replaceFirst(" \\[\\d+-\\d+]$", "");
    return said.length() > LONGEST ? said.substring(0, LONGEST) + "..." : said;
  }
}
