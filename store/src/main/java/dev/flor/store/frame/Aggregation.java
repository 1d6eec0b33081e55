package dev.flor.store.frame;

import dev.flor.store.condition.CellOrder;
import dev.flor.store.model.Aggregate;
import dev.flor.store.model.Dataframe;
import dev.flor.store.packed.TypeCode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/** One row per run: of each name one value for all those that stand in the rows that are wanted, each counted once. */
final class Aggregation {
  private final Aggregate how;
  private final GroupRows rows;
  private final int names;
  private final List<BitSet> seen = new ArrayList<>();
  private final List<Sum> sums = new ArrayList<>();
  private Origin origin = new Origin();
  private Chosen run;

  private Aggregation(Aggregate how, GroupRows rows, int names) {
    this.how = how;
    this.rows = rows;
    this.names = names;
  }

  /** @param extra names that are there for the question's condition and order only */
  static Frame of(
      Aggregate how,
      Dataframe question,
      Frame frame,
      GroupRows rows,
      List<String> names,
      List<String> extra) {
    Predicate<Object[]> wanted = Shaping.condition(question, frame.heads());
    List<Object[]> all = new Aggregation(how, rows, names.size()).all(wanted);
    List<Frame.Head> heads = new ArrayList<>();
    heads.add(Frame.Head.text("version"));
    heads.add(Frame.Head.text("run"));
    for (int n = 0; n < names.size(); n++) {
      heads.add(new Frame.Head(names.get(n), types(all, 2 + n)));
    }
    Origin.HEADINGS.forEach(heading -> heads.add(Frame.Head.text(heading)));
    return Shaping.ordered(question, new Frame(heads, all.iterator()), extra);
  }

  private static int types(List<Object[]> rows, int column) {
    int types = 0;
    for (Object[] row : rows) {
      types |= row[column] == null ? 0 : TypeCode.bitOf(row[column]);
    }
    return types;
  }

  private List<Object[]> all(Predicate<Object[]> wanted) {
    List<Object[]> all = new ArrayList<>();
    while (rows.hasNext()) {
      Object[] row = rows.next();
      Chosen now = rows.chosen();
      if (wanted.test(row)) {
        if (run == null || !run.run().equals(now.run())) {
          end(all);
          begin(now);
        }
        add();
      }
    }
    end(all);
    return all;
  }

  private void begin(Chosen next) {
    run = next;
    origin = new Origin();
    seen.clear();
    sums.clear();
    for (int n = 0; n < names; n++) {
      seen.add(new BitSet());
      sums.add(new Sum());
    }
  }

  private void add() {
    for (int n = 0; n < names; n++) {
      int at = rows.value(n);
      if (at >= 0 && !seen.get(n).get(at)) {
        seen.get(n).set(at);
        sums.get(n).add(rows.plain(n));
        origin.add(rows.of(n));
      }
    }
  }

  private void end(List<Object[]> all) {
    if (run != null) {
      Object[] row = new Object[2 + names + 2];
      row[0] = run.version();
      row[1] = run.run();
      for (int n = 0; n < names; n++) {
        row[2 + n] = sums.get(n).result(how);
      }
      row[2 + names] = origin.source();
      row[3 + names] = origin.verdict();
      all.add(row);
    }
  }

  /** What has been seen of one name. */
  private static final class Sum {
    private long count;
    private long numbers;
    private double sum;
    private double lost; // what adding left out: Kahan's and Neumaier's way
    private Object least;
    private Object greatest;
    private Object last;

    void add(Object value) {
      count++;
      last = value;
      least = least == null || CellOrder.compare(value, least) < 0 ? value : least;
      greatest = greatest == null || CellOrder.compare(value, greatest) > 0 ? value : greatest;
      if (value instanceof Number number) {
        addNumber(number.doubleValue());
      } else if (value instanceof Boolean truth) {
        addNumber(truth ? 1 : 0);
      }
    }

    private void addNumber(double number) {
      numbers++;
      double all = sum + number;
      lost += Math.abs(sum) >= Math.abs(number) ? sum - all + number : number - all + sum;
      sum = all;
    }

    Object result(Aggregate how) {
      return switch (how) {
        case COUNT -> (Object) count;
        case LAST -> last;
        case MIN -> least;
        case MAX -> greatest;
        case MEAN -> numbers == 0 ? null : (Object) (mean() / numbers);
      };
    }

    private double mean() {
      return Double.isFinite(lost) ? sum + lost : sum;
    }
  }
}
