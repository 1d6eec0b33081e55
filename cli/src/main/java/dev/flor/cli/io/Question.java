package dev.flor.cli.io;

import dev.flor.FlorException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** A question to the person at the terminal. */
public final class Question {
  private Question() {}

  /** Whether the answer is yes; no answer is no. */
  public static boolean ask(String question, Caller caller) {
    caller.err().print(question + " [y/N] ");
    caller.err().flush();
    try {
      String answer =
          new BufferedReader(new InputStreamReader(caller.in(), StandardCharsets.UTF_8)).readLine();
      return answer != null && answer.strip().matches("(?i)y|yes");
    } catch (IOException e) {
      throw new AnswerReadException(e);
    }
  }

  /** The terminal went away. */
  static final class AnswerReadException extends FlorException {
    private static final long serialVersionUID = 1L;

    AnswerReadException(IOException cause) {
      super(
          "cannot read the answer: " + cause.getMessage(), "add --yes to start without it", cause);
    }
  }
}
