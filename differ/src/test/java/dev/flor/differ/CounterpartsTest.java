package dev.flor.differ;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CounterpartsTest {
  private static final String NET =
      "package p; import q.R; class Net { double[] w; double step(double[] x) { return dot(w, x); } void reset() { fill(w, 0); } }";
  private static final String DATA =
      "package p; class Data { int[] labels; Data load(Path file) { return parse(lines(file)); } int size() { return labels.length; } }";

  private final TreeMap<String, String> older = new TreeMap<>();
  private final List<String> read = new ArrayList<>();

  @Test
  void theSamePathComesFirstAndNothingElseIsRead() {
    older.put("src/p/Net.java", NET);
    older.put("src/p/Data.java", DATA);
    assertThat(paths("src/p/Net.java", NET)).containsExactly("src/p/Net.java");
    assertThat(read).containsExactly("src/p/Net.java");
  }

  @Test
  void aMovedFileIsFoundByItsName() {
    older.put("src/net/core/Net.java", NET);
    older.put("src/p/Data.java", DATA);
    assertThat(paths("src/p/Net.java", NET)).containsExactly("src/net/core/Net.java");
    assertThat(read).doesNotContain("src/p/Data.java");
  }

  @Test
  void ofSeveralOfOneNameTheMostAlikeComesFirst() {
    older.put("a/Net.java", DATA);
    older.put("b/Net.java", NET);
    assertThat(paths("c/Net.java", NET)).containsExactly("b/Net.java", "a/Net.java");
  }

  @Test
  void aRenamedClassIsFoundByItsContent() {
    older.put(
        "src/p/Network.java",
        "// old\n" + NET.replace("Net", "Network").replace("import q.R;", ""));
    older.put("src/p/Data.java", DATA);
    assertThat(paths("src/p/Net.java", NET)).containsExactly("src/p/Network.java");
  }

  @Test
  void anotherFileOfTheSameNameDoesNotHideTheRenamedOne() {
    older.put("src/p/Net.java", DATA);
    older.put("src/p/Network.java", NET.replace("Net", "Network"));
    assertThat(paths("src/p/Net.java", NET))
        .containsExactly("src/p/Net.java", "src/p/Network.java");
  }

  @Test
  void aNewFileHasNoCounterpart() {
    older.put("src/p/Data.java", DATA);
    assertThat(paths("src/p/Net.java", NET)).isEmpty();
  }

  @Test
  void aFileThatIsNotTextIsNoCandidate() {
    Counterparts counterparts = Counterparts.in(
        new TreeMap<>(java.util.Map.of("Net.java", "")).navigableKeySet(),
        path -> Optional.empty());
    assertThat(counterparts.of("Net.java", NET)).isEmpty();
  }

  @Test
  void aPartOfAFileLeadsToWhereItWas() {
    older.put("src/p/All.java", NET.replace("Net", "All") + DATA.replace("package p;", ""));
    older.put("src/p/Other.java", "class Other { }");
    assertThat(Counterparts.in(older.navigableKeySet(), this::text)
            .alike(NET)
            .get(0)
            .path())
        .isEqualTo("src/p/All.java");
  }

  private List<String> paths(String path, String text) {
    return Counterparts.in(older.navigableKeySet(), this::text).of(path, text).stream()
        .map(Counterparts.Candidate::path)
        .toList();
  }

  private Optional<String> text(String path) {
    read.add(path);
    return Optional.of(older.get(path));
  }
}
