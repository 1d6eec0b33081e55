package dev.flor.cli.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.flor.store.model.Column;
import dev.flor.store.model.View;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RowsTest {
  private static final View VIEW = new View(
      List.of(
          new Column("version", Column.Type.TEXT),
          new Column("epoch", Column.Type.LONG),
          new Column("loss", Column.Type.DOUBLE)),
      List.of(
          Arrays.asList("a|b", 9L, 0.123456789012345),
          Arrays.asList("c,\"d\"", 10L, null),
          Arrays.asList("é\nf", 11L, Double.NaN)));

  @Test
  void tablesAreAlignedWithNumbersToTheRight() {
    assertThat(printed(Format.table)).isEqualTo("""
            version  epoch      loss
            a|b          9  0.123457
            c,"d"       10
            é f         11       NaN
            """);
  }

  @Test
  void csvIsExactAndQuotesWhatMustBe() {
    assertThat(printed(Format.csv)).isEqualTo("""
            version,epoch,loss
            a|b,9,0.123456789012345
            "c,""d""\",10,
            "é
            f",11,NaN
            """);
  }

  @Test
  void jsonIsExactAndHasNullsAndNaN() {
    assertThat(printed(Format.json).replaceAll("\\s+", ""))
        .isEqualTo("[{\"version\":\"a|b\",\"epoch\":9,\"loss\":0.123456789012345},"
            + "{\"version\":\"c,\\\"d\\\"\",\"epoch\":10,\"loss\":null},"
            + "{\"version\":\"é\\nf\",\"epoch\":11,\"loss\":\"NaN\"}]");
  }

  @Test
  void markdownEscapesItsBars() {
    assertThat(printed(Format.md))
        .startsWith("| version | epoch |     loss |\n")
        .contains("| a\\|b ", "----:", "|    11 |");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void noColumnHidesAnotherOfItsName(Format format) {
    View view = new View(
        List.of(new Column("a", Column.Type.LONG), new Column("a", Column.Type.LONG)),
        List.of(List.of(11L, 22L)));
    assertThat(printed(view, format)).containsSubsequence("a", "a_2").contains("11", "22");
  }

  @Test
  void aTableWithoutRowsIsItsHeading() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new AlignedTable(List.of("a", "b"), List.of())
        .print(new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("a  b\n");
  }

  @ParameterizedTest
  @CsvSource({
    "1.0, 1.0",
    "0.1, 0.1",
    "-0.0, -0.0",
    "123456.7, 123457.0",
    "0.00012345678, 0.000123457",
    "1.2345678e-30, 1.23457E-30",
    "1e300, 1E+300",
    "Infinity, Infinity"
  })
  void doublesAreShownWithSixDigits(double value, String expected) {
    assertThat(Cells.readable(value)).isEqualTo(expected);
  }

  private static String printed(Format format) {
    return printed(VIEW, format);
  }

  private static String printed(View view, Format format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    format.print(view, new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }
}
