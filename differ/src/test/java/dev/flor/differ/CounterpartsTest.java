package dev.flor.differ;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
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
    assertThat(Counterparts.of(
            "Net.java",
            new SoughtFile("Net.java", NET),
            List.of("Net.java"),
            path -> Optional.empty(),
            List::of))
        .isEmpty();
  }

  @Test
  void aPieceOfCodeLeadsToWhereItWas() {
    older.put("src/p/All.java", NET.replace("Net", "All") + DATA.replace("package p;", ""));
    older.put("src/p/Other.java", "class Other { }");
    SoughtCode code = new SoughtCode("double step(double[] x) { return dot(w, x); }");
    SortedMap<String, SoughtCode.Found> found = new TreeMap<>();
    older.forEach((path, text) -> found.put(path, code.in(new Content(text))));
    assertThat(code.best(found, found.size())).containsExactly("src/p/All.java");
  }

  private List<String> paths(String path, String text) {
    SoughtFile sought = new SoughtFile(path, text);
    List<String> sameName = older.navigableKeySet().stream()
        .filter(at -> at.endsWith(path.substring(path.lastIndexOf('/'))))
        .toList();
    return Counterparts.of(path, sought, sameName, this::content, () -> {
      SortedMap<String, Double> likeness = new TreeMap<>();
      older.keySet().forEach(at -> likeness.put(at, sought.likeness(content(at).orElseThrow())));
      return sought.elsewhere(likeness);
    });
  }

  private Optional<Content> content(String path) {
    Optional<String> text = Optional.ofNullable(older.get(path));
    text.ifPresent(there -> read.add(path));
    return text.map(Content::new);
  }
}
