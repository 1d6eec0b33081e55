package dev.flor.propagator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** An excerpt has what a place can be told by, and does not change with the rest. */
class ExcerptTest {
  private static final String HEAD =
      "package demo;\n\nclass Store extends Base {\n  int size = 3;\n";
  private static final String HOLDS =
      "  void put(String key) {\n    check(key);\n    index.add(key, size());\n  }\n";
  private static final String OTHER =
      "\n  /** Other things. */\n  int other() {\n    return 1;\n  }\n\n";
  private static final SortedSet<String> NEAR =
      Phrases.of(Tokens.of("check(name); index.add(name, size());")).encoded();

  @Test
  void membersThatHoldNothingOfItAreLeftOut() {
    String excerpt = Excerpt.of(HEAD + OTHER + HOLDS + "}\n", NEAR);
    assertThat(excerpt).contains("extends Base", "int size = 3", HOLDS).doesNotContain("other");
    assertThat(excerpt).isEqualTo(Excerpt.of(HEAD + HOLDS + OTHER.replace('1', '2') + "}\n", NEAR));
    assertThat(excerpt).isEqualTo(Excerpt.of(HEAD + HOLDS + "}\n", NEAR));
  }

  @Test
  void whatIsNotJavaIsLeftAsItIs() {
    String text = "class {{ nothing\n\n that (ends";
    assertThat(Excerpt.of(text, NEAR)).isEqualTo(text);
  }

  @Test
  void phrasesAreTheSameAfterTheWayThroughAQuestion() {
    Phrases phrases =
        Phrases.of(Tokens.of("log(\"a  b\", x[0]); y = \"\"\"\n  text\"\"\".strip();"));
    assertThat(Phrases.decoded(phrases.encoded()).encoded()).isEqualTo(phrases.encoded());
    assertThat(phrases.encoded()).isNotEmpty();
  }
}
