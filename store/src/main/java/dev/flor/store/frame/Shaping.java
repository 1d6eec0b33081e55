package dev.flor.store.frame;

import dev.flor.store.condition.Condition;
import dev.flor.store.condition.RowOrder;
import dev.flor.store.model.Dataframe;
import dev.flor.store.model.UnknownNameException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** Leaves out rows and columns that are not wanted, and puts rows in order. */
final class Shaping {
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final List<Frame.Head> heads;

  private Shaping(List<Frame.Head> heads) {
    this.heads = heads;
    int ours = heads.size() - Origin.HEADINGS.size();
    for (int i = 0; i < heads.size(); i++) {
      if (i < ours) {
        columns.put(heads.get(i).name(), i); // a logged name before a loop of that name
      } else {
        columns.putIfAbsent(heads.get(i).name(), i);
      }
    }
  }

  /** @param extra names that are there for the question's condition and order only */
  static Frame of(Dataframe question, Frame frame, List<String> extra) {
    boolean asItIs = question.where().isEmpty()
        && question.orderBy().isEmpty()
        && question.limit().isEmpty()
        && extra.isEmpty();
    if (asItIs) {
      return frame;
    }
    Shaping shaping = new Shaping(frame.heads());
    Iterator<Object[]> rows = frame.rows();
    if (question.where().isPresent()) {
      rows = new Filtered(rows, shaping.condition(question));
    }
    return shaping.ordered(question, rows, extra);
  }

  /** The rows that are left, without those that the condition leaves out. */
  static Frame ordered(Dataframe question, Frame frame, List<String> extra) {
    return new Shaping(frame.heads()).ordered(question, frame.rows(), extra);
  }

  /** Which rows a question wants. */
  static Predicate<Object[]> condition(Dataframe question, List<Frame.Head> heads) {
    return new Shaping(heads).condition(question);
  }

  private Predicate<Object[]> condition(Dataframe question) {
    return question.where().map(text -> Condition.parse(text, this::column)).orElse(row -> true);
  }

  /** The headings that the condition and the order of a question mention. */
  static List<String> mentioned(Dataframe question) {
    TreeSet<String> names = new TreeSet<>();
    ToIntFunction<String> noting = name -> {
      names.add(name);
      return 0;
    };
    question.where().ifPresent(text -> Condition.parse(text, noting));
    question.orderBy().ifPresent(text -> RowOrder.parse(text, noting));
    return List.copyOf(names);
  }

  private int column(String name) {
    Integer at = columns.get(name);
    if (at == null) {
      throw new UnknownNameException(
          "there is no column '" + Nearness.shortened(name) + "'",
          Nearness.nearest(name, columns.keySet())
              .map(near -> "did you mean '" + near + "'?")
              .orElse("columns are: " + Nearness.listed(columns.keySet())));
    }
    return at;
  }

  private Frame ordered(Dataframe question, Iterator<Object[]> rows, List<String> extra) {
    Iterator<Object[]> all = rows;
    if (question.orderBy().isPresent()) {
      Comparator<Object[]> order = RowOrder.parse(question.orderBy().get(), this::column);
      List<Object[]> sorted = new ArrayList<>();
      rows.forEachRemaining(sorted::add);
      sorted.sort(order);
      all = sorted.iterator();
    }
    if (question.limit().isPresent()) {
      all = new Limited(all, question.limit().getAsLong());
    }
    int[] shown = shown(extra);
    if (shown.length == heads.size()) {
      return new Frame(heads, all);
    }
    List<Frame.Head> some = new ArrayList<>();
    for (int column : shown) {
      some.add(heads.get(column));
    }
    return new Frame(some, new Cut(all, shown));
  }

  private int[] shown(List<String> extra) {
    List<Integer> hidden = extra.stream().map(columns::get).toList();
    return IntStream.range(0, heads.size()).filter(i -> !hidden.contains(i)).toArray();
  }

  /** The rows that pass. */
  private static final class Filtered implements Iterator<Object[]> {
    private final Iterator<Object[]> rows;
    private final Predicate<Object[]> wanted;
    private Object[] next;

    Filtered(Iterator<Object[]> rows, Predicate<Object[]> wanted) {
      this.rows = rows;
      this.wanted = wanted;
    }

    @Override
    public boolean hasNext() {
      while (next == null && rows.hasNext()) {
        Object[] row = rows.next();
        next = wanted.test(row) ? row : null;
      }
      return next != null;
    }

    @Override
    public Object[] next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Object[] row = next;
      next = null;
      return row;
    }
  }

  /** The first rows; no more are read. */
  private static final class Limited implements Iterator<Object[]> {
    private final Iterator<Object[]> rows;
    private long left;

    Limited(Iterator<Object[]> rows, long limit) {
      this.rows = rows;
      this.left = limit;
    }

    @Override
    public boolean hasNext() {
      return left > 0 && rows.hasNext();
    }

    @Override
    public Object[] next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      left--;
      return rows.next();
    }
  }

  /** Some columns of each row. */
  private static final class Cut implements Iterator<Object[]> {
    private final Iterator<Object[]> rows;
    private final int[] shown;

    Cut(Iterator<Object[]> rows, int[] shown) {
      this.rows = rows;
      this.shown = shown;
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Object[] next() {
      Object[] row = rows.next();
      return IntStream.of(shown).mapToObj(column -> row[column]).toArray();
    }
  }
}
