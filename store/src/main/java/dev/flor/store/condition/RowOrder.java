package dev.flor.store.condition;

import dev.flor.store.condition.Words.Kind;
import dev.flor.store.condition.Words.Word;
import java.util.Comparator;
import java.util.function.ToIntFunction;

/** An order of rows: {@code loss desc, "my name"}. Rows that are equal in it stay as they were. */
public final class RowOrder {
  private RowOrder() {}

  /** Understands an order; {@code columns} finds the place of a column by its heading. */
  public static Comparator<Object[]> parse(String text, ToIntFunction<String> columns) {
    Words words = new Words(text, "the order");
    Comparator<Object[]> order = one(words, columns);
    while (words.takes(",")) {
      order = order.thenComparing(one(words, columns));
    }
    if (words.peek().kind() != Kind.END) {
      throw words.wrong("'" + words.peek().text() + "' is too much");
    }
    return order;
  }

  private static Comparator<Object[]> one(Words words, ToIntFunction<String> columns) {
    Word word = words.take();
    if (word.kind() != Kind.NAME && word.kind() != Kind.QUOTED_NAME) {
      throw words.wrong("'" + word.text() + "' stands where a name should");
    }
    int column = columns.applyAsInt(word.text());
    boolean descending = words.takes("DESC");
    if (!descending) {
      words.takes("ASC");
    }
    Comparator<Object> cells = descending ? CellOrder.DESCENDING : CellOrder.ASCENDING;
    return Comparator.comparing(row -> row[column], cells);
  }
}
