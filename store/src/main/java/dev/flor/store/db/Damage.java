package dev.flor.store.db;

import dev.flor.FlorException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.mvstore.MVStoreException;

/** Tells a broken database file, which is deleted and made again, from a disk that has no room. */
public final class Damage {
  /** The last five: a table, column or index row that the file has lost, for our SQL is fixed. */
  private static final Set<Integer> CODES = Set.of(
      ErrorCode.GENERAL_ERROR_1,
      ErrorCode.FILE_CORRUPTED_1,
      ErrorCode.FILE_VERSION_ERROR_1,
      ErrorCode.IO_EXCEPTION_1,
      ErrorCode.IO_EXCEPTION_2,
      ErrorCode.DATABASE_IS_CLOSED,
      ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1,
      ErrorCode.TABLE_OR_VIEW_NOT_FOUND_WITH_CANDIDATES_2,
      ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1,
      ErrorCode.COLUMN_NOT_FOUND_1,
      ErrorCode.DUPLICATE_KEY_1);

  private static final Set<String> NO_ROOM =
      Set.of("no space left", "file too large", "disk quota", "not enough space");

  private Damage() {}

  /** Whether this fault of the store is one that a database made anew would not have. */
  public static boolean isBehind(FlorException e) {
    return causes(e).anyMatch(Damage::isDamage) && !isNoRoom(e);
  }

  private static boolean isDamage(Throwable cause) {
    return cause instanceof SQLException sql
        ? CODES.contains(sql.getErrorCode())
        : cause instanceof IllegalStateException; // MVStore lets some of its own through
  }

  /** Whether the disk, or the system's limit, is at the bottom of it. */
  static boolean isNoRoom(Throwable e) {
    return causes(e)
        .map(cause -> String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT))
        .anyMatch(said -> NO_ROOM.stream().anyMatch(said::contains));
  }

  /** Whether a query failed for the file's sake, not for its own. */
  public static boolean isOfTheFile(SQLException e) {
    return e.getErrorCode() == ErrorCode.FILE_CORRUPTED_1
        || causes(e).anyMatch(MVStoreException.class::isInstance);
  }

  private static Stream<Throwable> causes(Throwable e) {
    return Stream.iterate(Optional.of(e), Optional::isPresent, at -> at.map(Throwable::getCause))
        .flatMap(Optional::stream);
  }
}
