package dev.flor.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** Against a tree of the same paths. */
class SortedPathsTest {
  @RepeatedTest(40)
  void answersAsATreeDoes(RepetitionInfo number) {
    Random random = new Random(number.getCurrentRepetition());
    List<String> paths = new ArrayList<>();
    for (int i = random.nextInt(30); i > 0; i--) {
      paths.add(path(random));
    }
    if (random.nextBoolean()) {
      Collections.sort(paths);
    }
    SortedSet<String> tree = new TreeSet<>(paths);
    SortedSet<String> some = SortedPaths.of(paths);
    same(some, tree);
    String one = path(random);
    String other = path(random);
    same(some.headSet(one), tree.headSet(one));
    same(some.tailSet(one), tree.tailSet(one));
    same(some.tailSet(one).headSet(one), tree.tailSet(one).headSet(one));
    if (one.compareTo(other) <= 0) {
      same(some.subSet(one, other), tree.subSet(one, other));
    } else {
      assertThatThrownBy(() -> some.subSet(one, other))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(some.contains(one)).isEqualTo(tree.contains(one));
  }

  private static String path(Random random) {
    return "a/b" + "-/.é\uD83D\uDE00".charAt(random.nextInt(6)) + random.nextInt(20);
  }

  private static void same(SortedSet<String> some, SortedSet<String> tree) {
    assertThat(some).isEqualTo(tree).hasSameSizeAs(tree).containsExactlyElementsOf(tree);
    assertThat(some.hashCode()).isEqualTo(tree.hashCode());
    if (!tree.isEmpty()) {
      assertThat(List.of(some.first(), some.last())).containsExactly(tree.first(), tree.last());
    }
  }

  @Test
  void cannotBeChanged() {
    SortedSet<String> some = SortedPaths.of(List.of("a", "b"));
    assertThatThrownBy(() -> some.add("c")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> some.remove("a")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> SortedPaths.of(List.of()).first())
        .isInstanceOf(NoSuchElementException.class);
  }
}
