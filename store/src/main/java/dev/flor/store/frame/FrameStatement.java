package dev.flor.store.frame;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Map;

/**
 * What the rows of a frame come from, as far as JDBC has a word for it. There is no statement behind them; but who reads rows may ask
 * theirs for the product that made them (Smile does), and is not to get the store's own connection.
 */
final class FrameStatement {
  private static final String PRODUCT = "flor";

  private FrameStatement() {}

  static Statement made() {
    DatabaseMetaData about =
        answering(DatabaseMetaData.class, Map.of("getDatabaseProductName", PRODUCT));
    Connection connection = answering(Connection.class, Map.of("getMetaData", about));
    return answering(Statement.class, Map.of("getConnection", connection));
  }

  /** Answers what is in the map, and refuses the rest. */
  private static <T> T answering(Class<T> type, Map<String, Object> answers) {
    Object made = Proxy.newProxyInstance(
        FrameStatement.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
          if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
              case "equals" -> self == arguments[0];
              case "hashCode" -> System.identityHashCode(self);
              default -> "the " + type.getSimpleName() + " of a dataframe's rows";
            };
          }
          Object answer = answers.get(method.getName());
          if (answer == null) {
            throw new SQLFeatureNotSupportedException(
                "the rows of a dataframe are made by no statement: " + method.getName());
          }
          return answer;
        });
    return type.cast(made);
  }
}
