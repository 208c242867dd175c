package dev.plumbline.testbed.text;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** A shell that knows next to nothing; nothing is ever executed. */
final class LimitedShell {
  private LimitedShell() {}

  static void run(LineReader in, OutputStream out, String greeting, String prompt)
      throws IOException {
    TextPart.say(out, greeting + prompt);
    Optional<String> line = in.next();
    while (line.isPresent() && !line.get().equals("exit")) {
      TextPart.say(out, answer(line.get().strip()) + prompt);
      line = in.next();
    }
  }

  private static String answer(String command) {
    return switch (command) {
      case "" -> "";
      case "id" -> "uid=0(root) gid=0(root)\r\n";
      case "uname" -> "Linux\r\n";
      default -> "sh: " + command.split("\\s", 2)[0] + ": not found\r\n";
    };
  }
}
