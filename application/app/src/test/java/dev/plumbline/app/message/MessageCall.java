package dev.plumbline.app.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A place in the sources of commands and use cases that makes a message.
 *
 * @param place file and position
 * @param id as it is written there
 * @param parameters the names that it fills in
 */
record MessageCall(String place, String id, Set<String> parameters) {
  private static final Path APPLICATION = Path.of("..");
  private static final Pattern CALL = Pattern.compile("Message\\.of\\(");
  private static final Pattern LITERAL = Pattern.compile("\"([^\"\\\\]*)\"");

  /** All of them, in the main sources of the modules of the application. */
  static List<MessageCall> all() throws IOException {
    List<MessageCall> calls = new ArrayList<>();
    for (Path file : sources()) {
      String text = Files.readString(file);
      Matcher call = CALL.matcher(text);
      while (call.find()) {
        calls.add(of(file + ":" + call.start(), arguments(text, call.end())));
      }
    }
    return calls;
  }

  /** The main sources of the modules of the application. */
  static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(APPLICATION)) {
      return files
          .filter(f -> f.toString().endsWith(".java") && f.toString().contains("/src/main/java/"))
          .sorted()
          .toList();
    }
  }

  private static MessageCall of(String place, List<String> arguments) {
    Set<String> names = new TreeSet<>();
    for (int i = 1; i < arguments.size(); i += 2) {
      names.add(literal(arguments.get(i)));
    }
    return new MessageCall(place, literal(arguments.getFirst()), names);
  }

  /** The text of a literal; what is none stays as it is written, which no message has. */
  private static String literal(String argument) {
    Matcher literal = LITERAL.matcher(argument);
    return literal.matches() ? literal.group(1) : argument;
  }

  private static List<String> arguments(String text, int from) {
    List<String> arguments = new ArrayList<>();
    int depth = 0;
    boolean quoted = false;
    int begin = from;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '(') {
        depth++;
      } else if (!quoted && (c == ')' || c == ',') && depth == 0) {
        arguments.add(text.substring(begin, i).strip());
        begin = i + 1;
        if (c == ')') {
          return arguments;
        }
      } else if (!quoted && c == ')') {
        depth--;
      }
    }
    throw new IllegalStateException("no end of the call at " + from);
  }
}
