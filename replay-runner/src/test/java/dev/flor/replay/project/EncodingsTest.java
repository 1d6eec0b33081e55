package dev.flor.replay.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What build files declare the encoding of sources to be. */
class EncodingsTest {
  private static Encodings of(Map<String, String> files) {
    return Encodings.of(
        new TreeMap<>(files).keySet(), file -> files.get(file).getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<String> declared(String file, String text) {
    return of(Map.of(file, text)).declared("src/demo/A.java").map(Charset::name);
  }

  private static String pom(String inProject) {
    return "<?xml version=\"1.0\"?>\n<project xmlns=\"http://maven.apache.org/POM/4.0.0\">\n"
        + inProject + "\n</project>\n";
  }

  private static String compiler(String encoding) {
    return "<build><plugins><plugin><artifactId>maven-resources-plugin</artifactId><configuration>"
        + "<encoding>US-ASCII</encoding></configuration></plugin><plugin><artifactId>maven-compiler-plugin</artifactId>"
        + "<configuration><encoding>" + encoding
        + "</encoding></configuration></plugin></plugins></build>";
  }

  @Test
  void mavenDeclaresItAsAPropertyOrOfTheCompiler() {
    String latin =
        "<properties><project.build.sourceEncoding> ISO-8859-1\n</project.build.sourceEncoding></properties>";
    assertThat(declared("pom.xml", pom(latin))).contains("ISO-8859-1");
    assertThat(declared("pom.xml", pom(latin + compiler("windows-1252")))).contains("windows-1252");
    assertThat(declared("pom.xml", pom(latin + compiler("${project.build.sourceEncoding}"))))
        .contains("ISO-8859-1");
    assertThat(declared(
            "pom.xml", pom("<properties><my>Shift_JIS</my></properties>" + compiler("${my}"))))
        .contains("Shift_JIS");
    assertThat(declared("pom.xml", "\ufeff" + pom(latin))).contains("ISO-8859-1");
    assertThat(declared(
            "pom.xml",
            pom("<properties><!-- encoding -->UTF-8<encoding>ISO-8859-1</encoding></properties>")))
        .contains("ISO-8859-1");
    assertThat(declared(
            "pom.xml",
            pom(compiler("windows-1252")
                .replace("<plugins>", "<pluginManagement><plugins>")
                .replace("</plugins>", "</plugins></pluginManagement>"))))
        .contains("windows-1252");
    assertThat(declared(
            "pom.xml",
            pom(latin
                .replace(">", " combine.self=\"merge\">")
                .replace(
                    "</project.build.sourceEncoding combine.self=\"merge\">",
                    "</project.build.sourceEncoding>")
                .replace("</properties combine.self=\"merge\">", "</properties>"))))
        .contains("ISO-8859-1");
    assertThat(declared("pom.xml", pom("<!-- " + latin + " -->" + compiler("${elsewhere}"))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "compileJava.options.encoding = 'windows-1252'",
        "tasks.withType(JavaCompile) {\n  options.encoding = \"windows-1252\"\n}",
        "compileJava {\n  options {\n    encoding 'windows-1252'\n  }\n}",
        "[compileJava, compileTestJava]*.options*.encoding = 'windows-1252'",
        "// options.encoding = 'UTF-8'\n/* options.encoding = 'UTF-8' */\ncompileJava.options.encoding='windows-1252'",
        "url 'https://example.org/x'; options.encoding = 'windows-1252'",
        "options.encoding = /* old */ 'windows-1252'",
        "options.encoding = // old\n  'windows-1252'",
        "include '**/*.java'\noptions.encoding = 'windows-1252'\nexclude '**/foo'"
      })
  void gradleDeclaresItOfTheOptions(String text) {
    assertThat(declared("build.gradle", text)).contains("windows-1252");
  }

  @Test
  void gradleInKotlinDoesSoToo() {
    assertThat(declared(
            "build.gradle.kts",
            "tasks.withType<JavaCompile>().configureEach { options.encoding = \"windows-1252\" }"))
        .contains("windows-1252");
    assertThat(declared("build.gradle.kts", "options.encoding.set(\"windows-1252\")"))
        .contains("windows-1252");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<project><properties><project.build.sourceEncoding>",
        "<!DOCTYPE project [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><project><properties>"
            + "<project.build.sourceEncoding>&x;</project.build.sourceEncoding></properties></project>",
        "<project><properties><project.build.sourceEncoding>no such one</project.build.sourceEncoding></properties></project>",
        "<project><properties><project.build.sourceEncoding/></properties></project>",
        "<project><properties><project.build.sourceEncoding>UTF-16</project.build.sourceEncoding></properties></project>",
        "<project><properties><project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties></project>"
      })
  void whatIsNoDeclarationIsNone(String text) {
    assertThat(declared("pom.xml", text)).isEmpty();
  }

  @Test
  void theNearestBuildFileAboveASourceCounts() {
    String pom = pom(
        "<properties><project.build.sourceEncoding>%s</project.build.sourceEncoding></properties>");
    Encodings encodings = of(Map.of(
        "pom.xml", pom.formatted("windows-1252"),
        "core/pom.xml", pom.formatted("UTF-8"),
        "core/deep/pom.xml", pom(""),
        "more/pom.xml", pom.formatted("windows-1251"),
        "more/notes.xml", pom.formatted("UTF-16")));
    assertThat(encodings.declared("A.java")).contains(Charset.forName("windows-1252"));
    assertThat(encodings.declared("src/A.java")).contains(Charset.forName("windows-1252"));
    assertThat(encodings.declared("core/A.java")).contains(StandardCharsets.UTF_8);
    assertThat(encodings.declared("core/deep/src/A.java")).contains(StandardCharsets.UTF_8);
    assertThat(encodings.declared("more/src/A.java")).contains(Charset.forName("windows-1251"));
    assertThat(encodings.told("1234", "core/A.java")).isEqualTo("1234");
    assertThat(encodings.told("1234", "more/A.java")).isEqualTo("1234 windows-1251");
    assertThat(of(Map.of()).declared("src/A.java")).isEmpty();
  }
}
