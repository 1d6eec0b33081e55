package dev.flor.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class CommitFileTest {
  private static final String HEADERS =
      "date: 2026-09-07T21:14:00+02:00\nauthor: A B <a@b.example>\nrecorded: no\n";

  @Test
  void headersAndMessageAreReadApart() {
    CommitFile commit =
        parse(HEADERS + "delete: a/B.java\ndelete: c.txt\n\nSubject\n\nnot: a header\n");

    assertThat(commit.date()).isEqualTo(OffsetDateTime.parse("2026-09-07T21:14:00+02:00"));
    assertThat(commit.author()).isEqualTo("A B");
    assertThat(commit.email()).isEqualTo("a@b.example");
    assertThat(commit.recorded()).isFalse();
    assertThat(commit.deleted()).containsExactly("a/B.java", "c.txt");
    assertThat(commit.subject()).isEqualTo("Subject");
    assertThat(commit.message()).isEqualTo("Subject\n\nnot: a header\n");
  }

  @Test
  void aFileWithoutAMessageIsRefused() {
    refused(HEADERS, "01-x/COMMIT has no message");
  }

  @Test
  void aMissingHeaderIsNamed() {
    refused(
        "author: A B <a@b.example>\nrecorded: no\n\nSubject\n",
        "01-x/COMMIT has 0 times the header date");
  }

  @Test
  void anAuthorWithoutAnAddressIsRefused() {
    refused(
        "date: 2026-09-07T21:14:00+02:00\nauthor: A B\nrecorded: no\n\nSubject\n",
        "01-x/COMMIT: an author is Name <address>, not A B");
  }

  @Test
  void recordedIsYesOrNo() {
    refused(
        HEADERS.replace("recorded: no", "recorded: perhaps") + "\nSubject\n",
        "01-x/COMMIT: recorded is yes or no, not perhaps");
  }

  @Test
  void aLineThatIsNoHeaderIsRefused() {
    refused(HEADERS + "nonsense\n\nSubject\n", "01-x/COMMIT has a line that is no header");
  }

  private static CommitFile parse(String text) {
    return CommitFile.parse("01-x", text);
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(message);
  }
}
