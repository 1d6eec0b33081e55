package dev.flor.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.cli.Given;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource({"lsos,loss", "los,loss", "accuray,accuracy", "grad_nrom,grad_norm"})
  void aNearWordIsFound(String word, String meant) {
    assertThat(DidYouMean.among(List.of("accuracy", "grad_norm", "loss", "lr"), word))
        .contains(meant);
  }

  @Test
  void aFarWordIsNot() {
    assertThat(DidYouMean.among(List.of("accuracy", "loss"), "temperature")).isEmpty();
    assertThat(DidYouMean.among(List.of(), "loss")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"90s,90000", "10m,600000", "2h,7200000", "30d,2592000000", "250ms,250", "' 5 s ',5000"
  })
  void durationsAreRead(String text, long millis) {
    assertThat(Durations.parse(text)).contains(Duration.ofMillis(millis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10", "m", "-1s", "1.5h", "99999999999s", "10 minutes"})
  void whatIsNoDurationIsNotRead(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0,0", "512b,512", "10k,10240", "500M,524288000", "' 2 g ',2147483648"})
  void sizesAreRead(String text, long bytes) {
    assertThat(Sizes.parse(text)).hasValue(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "g", "-1k", "1.5g", "9999999999", "1 gigabyte"})
  void whatIsNoSizeIsNotRead(String text) {
    assertThat(Sizes.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1023,1023 B", "1536,1.5 KB", "1073741824,1.0 GB"})
  void sizesAreShown(long bytes, String text) {
    assertThat(Sizes.text(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1500,1.5 s", "59999,59 s", "125000,2 min 5 s", "7500000,2 h 5 min"})
  void durationsAreShown(long millis, String text) {
    assertThat(Durations.text(Duration.ofMillis(millis))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"y,true", "Yes,true", "n,false", "'',false", "yesterday,false"})
  void onlyYesIsYes(String answer, boolean yes, @TempDir Path temporary) {
    Caller caller = Given.folder(temporary).typing(answer + "\n").caller();
    assertThat(Question.ask("Go on?", caller)).isEqualTo(yes);
  }
}
