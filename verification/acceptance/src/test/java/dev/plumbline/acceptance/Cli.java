package dev.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cli.Main;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What a command printed and how it ended.
 *
 * @param code exit code
 */
record Cli(int code, String out, String err) {
  /** Runs a command in this process. */
  static Cli run(Object... args) {
    String[] words = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      words[i] = args[i].toString();
    }
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream caughtOut = new ByteArrayOutputStream();
    ByteArrayOutputStream caughtErr = new ByteArrayOutputStream();
    try (PrintStream newOut = new PrintStream(caughtOut, true, StandardCharsets.UTF_8);
        PrintStream newErr = new PrintStream(caughtErr, true, StandardCharsets.UTF_8)) {
      System.setOut(newOut);
      System.setErr(newErr);
      int code = Main.run(words);
      newOut.flush();
      newErr.flush();
      return new Cli(
          code,
          caughtOut.toString(StandardCharsets.UTF_8),
          caughtErr.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  Cli ends(int expected) {
    assertThat(code).as("exit code\n%s\n%s", out, err).isEqualTo(expected);
    return this;
  }

  /** Says what is wrong in words: no stack trace, no class names, no claim of a defect. */
  Cli complainsInWords() {
    assertThat(err).isNotBlank();
    assertThat(out + err)
        .doesNotContainPattern("(?m)^\\s+at \\S+\\(")
        .doesNotContain("Exception", "defect of Plumbline", "java.", "dev.plumbline");
    return this;
  }
}
