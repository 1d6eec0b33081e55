package dev.flor.propagator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceBytesTest {
  private static Optional<Charset> in(String name) {
    return Optional.of(name).filter(some -> !some.isEmpty()).map(Charset::forName);
  }

  /** Also where the declaration is wrong, or the encoding one of two bytes, or one that nobody can write. */
  @ParameterizedTest
  @ValueSource(
      strings = {"", "UTF-8", "ISO-8859-1", "windows-1252", "Shift_JIS", "UTF-16", "ISO-2022-CN"})
  void whateverTheBytesTheyAreWrittenBackAsTheyWere(String declared) {
    Random random = new Random(3);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      if (i % 2 == 0) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        bytes = text.getBytes(StandardCharsets.UTF_8);
      }
      assertThat(SourceBytes.encoded(SourceBytes.text(bytes, in(declared)), bytes, in(declared)))
          .isEqualTo(bytes);
    }
  }

  @Test
  void aDeclaredEncodingComesBeforeUtf8AndThatBeforeAnyOther() {
    byte[] both = "\u00fc".getBytes(StandardCharsets.UTF_8);
    assertThat(SourceBytes.text(both, in("ISO-8859-1"))).isEqualTo("\u00c3\u00bc");
    assertThat(SourceBytes.text(both, in(""))).isEqualTo("\u00fc");
    byte[] latin = "\u00fc".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(SourceBytes.text(latin, in("UTF-8"))).isEqualTo("\u00fc");
    assertThat(SourceBytes.text(latin, in("windows-1251"))).isEqualTo("\u044c");
  }

  @Test
  void whatAnEncodingHasNotIsEscaped() {
    byte[] cyrillic = "\u0441".getBytes(Charset.forName("windows-1251"));
    assertThat(SourceBytes.encoded("\u0441 \u00fc \ud83d\ude00", cyrillic, in("windows-1251")))
        .isEqualTo("\u0441 \\u00fc \\ud83d\\ude00".getBytes(Charset.forName("windows-1251")));
    byte[] japanese = "\u5408".getBytes(Charset.forName("Shift_JIS"));
    assertThat(SourceBytes.encoded("\u5408\u00a5n", japanese, in("Shift_JIS")))
        .isEqualTo("\u5408\\u00a5n".getBytes(Charset.forName("Shift_JIS")));
    byte[] latin = "\u00fc".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(SourceBytes.encoded("\u00fc \u20ac", latin, in("")))
        .isEqualTo("\u00fc \\u20ac".getBytes(StandardCharsets.ISO_8859_1));
  }
}
