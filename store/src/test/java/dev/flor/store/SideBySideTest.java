package dev.flor.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.store.model.Dataframe;
import dev.flor.store.model.View;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Names that a run logged side by side are read in a way of their own. With an arg among them they are not, so the
 * same question with and without one must have the same answer, through JDBC too.
 */
class SideBySideTest {
  private static final List<String> NAMES = List.of("a", "b", "c");

  @TempDir
  Path temp;

  /** What a run of random shape logs in its innermost loop. */
  private static final class Shape {
    private final Random random;
    private final int depth;
    private final List<Integer> kinds;
    private final int nameCount;

    Shape(Random random) {
      this.random = random;
      this.depth = 1 + random.nextInt(3);
      this.kinds = IntStream.range(0, NAMES.size() + depth)
          .mapToObj(i -> random.nextInt(5))
          .toList();
      this.nameCount = 1 + random.nextInt(NAMES.size());
    }

    /** Mostly of one type; never NaN, which no cell is equal to. */
    private Object value(int kind) {
      return switch (kind) {
        case 0, 1 -> random.nextGaussian();
        case 2 -> random.nextLong() >> random.nextInt(64);
        case 3 -> random.nextInt(50) == 0 ? "text " + random.nextInt(9) : random.nextInt(9);
        default -> random.nextBoolean();
      };
    }

    void log(TestRun.Turn around, int level) {
      int turns = level + 1 < depth ? 1 + random.nextInt(6) : random.nextInt(3000);
      List<Object> over = new ArrayList<>();
      for (int i = 0; i < turns; i++) {
        over.add(
            kinds.get(NAMES.size() + level) < 3
                ? (Object) i
                : value(kinds.get(NAMES.size() + level)));
      }
      around.over("loop" + level, random.nextInt(3), over, turn -> {
        if (level + 1 < depth) {
          turn.log("outer", level);
          log(turn, level + 1);
        } else {
          IntStream.range(0, nameCount).forEach(n -> turn.log(NAMES.get(n), value(kinds.get(n))));
        }
      });
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void theAnswerIsTheSameAsThatOfTheGeneralWay(int seed) throws SQLException {
    Random random = new Random(seed);
    for (int run = 0; run < 3; run++) {
      TestRun logged = TestRun.recorded(temp, "r" + run, "a").arg("lr", 0.5).log("once", 1);
      Shape shape = new Shape(random);
      for (int times = 1 + random.nextInt(2); times > 0; times--) {
        shape.log(logged.root(), 0);
      }
      logged.complete();
    }
    try (FlorStore store = FlorStore.open(temp)) {
      store.ingest();
      List<String> names = NAMES.stream().filter(store.names()::contains).toList();
      List<String> withArg = new ArrayList<>(names);
      withArg.add("lr");
      View view = store.dataframe(Dataframe.of(names.toArray(String[]::new)));
      View general = store.dataframe(Dataframe.of(withArg.toArray(String[]::new)));
      int arg = general.indexOf("lr");
      assertThat(view.rows()).isNotEmpty();
      assertThat(general.rows().stream()
              .filter(
                  row -> names.stream().anyMatch(name -> row.get(general.indexOf(name)) != null))
              .map(row -> without(arg, row))
              .toList())
          .isEqualTo(view.rows());
      isReadAs(view, store.dataframe(names.toArray(String[]::new)));
    }
  }

  private static List<Object> without(int column, List<Object> row) {
    List<Object> rest = new ArrayList<>(row);
    rest.remove(column);
    return rest;
  }

  /** Cells in any order, some of them twice, some not at all. */
  private static void isReadAs(View view, ResultSet rows) throws SQLException {
    Random random = new Random(view.rows().size());
    for (List<Object> row : view.rows()) {
      assertThat(rows.next()).isTrue();
      for (int times = 0; times < row.size(); times++) {
        int column = random.nextInt(row.size());
        Object cell = row.get(column);
        boolean wider = cell instanceof Long && type(rows, column) == Types.DOUBLE;
        Object shown = wider ? (Object) ((Long) cell).doubleValue() : cell;
        Object read = read(rows, column + 1, shown, random.nextInt(3));
        assertThat(rows.wasNull()).isEqualTo(cell == null);
        assertThat(read).as("column %d", column).isEqualTo(String.valueOf(shown));
      }
    }
    assertThat(rows.next()).isFalse();
  }

  private static int type(ResultSet rows, int column) throws SQLException {
    return rows.getMetaData().getColumnType(column + 1);
  }

  private static Object read(ResultSet rows, int column, Object cell, int way) throws SQLException {
    if (way == 0 && cell instanceof Double number) {
      double read = rows.getDouble(column);
      return read == number ? number.toString() : read;
    }
    if (way == 0 && cell instanceof Long number) {
      long read = rows.getLong(column);
      return read == number ? number.toString() : read;
    }
    return String.valueOf(way == 1 ? rows.getString(column) : rows.getObject(column));
  }
}
