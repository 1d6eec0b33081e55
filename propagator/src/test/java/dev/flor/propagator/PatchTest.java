package dev.flor.propagator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.flor.differ.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatchTest {

  @Test
  void editsApplyInOrder() {
    List<Edit> edits = List.of(
        Edit.insert(0, "<"),
        new Edit(new Span(1, 2), "B"),
        Edit.insert(3, ">"),
        Edit.insert(3, "!"));
    assertThat(new Patch("A.java", "abc", edits).apply()).isEqualTo("<aBc>!");
  }

  @Test
  void noEditsLeaveTheText() {
    assertThat(new Patch("A.java", "a\r\nb", List.of()).apply()).isEqualTo("a\r\nb");
  }

  @Test
  void editsThatOverlapOrRunBackwardsAreABug() {
    List<Edit> backwards = List.of(Edit.insert(2, "x"), Edit.insert(1, "y"));
    List<Edit> overlapping = List.of(new Edit(new Span(0, 2), ""), new Edit(new Span(1, 3), ""));
    assertThatThrownBy(() -> new Patch("A.java", "abc", backwards))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new Patch("A.java", "abc", overlapping))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> new Patch("A.java", "abc", List.of(Edit.insert(4, ""))))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aTextThatIsReadLaterIsTheSame() {
    List<Edit> edits = List.of(Edit.insert(1, "x"));
    Patch later = new Patch("A.java", () -> "ab", edits);
    assertThat(later)
        .isEqualTo(new Patch("A.java", "ab", edits))
        .hasSameHashCodeAs(new Patch("A.java", "ab", edits));
    assertThat(later).isNotEqualTo(new Patch("A.java", "ac", edits));
    assertThat(later.apply()).isEqualTo("axb");
    Patch beyond = new Patch("A.java", () -> "", edits);
    assertThatThrownBy(beyond::apply).isInstanceOf(IllegalStateException.class);
  }
}
