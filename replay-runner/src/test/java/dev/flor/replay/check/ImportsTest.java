package dev.flor.replay.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which imports of a text are left out, given that it mentions Used and not Idle. */
class ImportsTest {
  private static final String TYPE = "class Train { Used used; }";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import a.Idle;",
        "import static a.Used.Idle;",
        "\timport\ta.Idle\t;",
        "/* as\n  import a.Idle;\n*/",
        "import a.Used;\rimport a.Idle;\r",
        "import a.Used;\r\n import a.Idle;\r\n",
      })
  void leftOut(String head) {
    String text = head + "\n" + TYPE;
    String left = Imports.needed(text);
    assertThat(left).hasSameSizeAs(text).endsWith(TYPE).doesNotContain("Idle");
    assertThat(left.contains("a.Used;")).isEqualTo(head.contains("a.Used;"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "import a.Used;",
        "import a.*;",
        "import static a.Idle.*;",
        "import a.Used; import a.Idle;", // one that is not first on its line may be anything
        "// import a.Idle;",
        "int important = 1;",
        "reimport a.Idle;",
        "import a.Idle",
      })
  void kept(String head) {
    assertThat(Imports.needed(head + "\n" + TYPE)).isEqualTo(head + "\n" + TYPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "import", "import a.Used;", "\uFEFFclass A {}"})
  void withoutMore(String text) {
    assertThat(Imports.needed(text)).hasSameSizeAs(text);
  }
}
