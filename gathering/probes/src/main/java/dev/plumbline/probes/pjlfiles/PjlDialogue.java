package dev.plumbline.probes.pjlfiles;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * Questions in the Printer Job Language (HP, PJL Technical Reference Manual, chapters 3 and 9) that
 * change nothing.
 */
final class PjlDialogue {
  /** Most bytes of a file that are asked for. */
  static final int FILE_START = 2_048;

  /** Most entries of a folder that are asked for. */
  static final int MOST_ENTRIES = 64;

  private static final Duration ANSWER = Duration.ofSeconds(3);
  private static final int LONGEST = 16_384;
  private static final int PIECE = 4_096;

  /** Leaves any other language and enters PJL. */
  private static final String ENTER = "\u001b%-12345X";

  private static final BoundedPattern ENTRY =
      BoundedPattern.compile(
          "(?m)^([^\"@\\p{Cntrl}][^\"\\p{Cntrl}]{0,200}?) TYPE ?= ?(DIR|FILE)\\b[^\\n]{0,40}$");
  private static final BoundedPattern CONTENT =
      BoundedPattern.compile("^@PJL FSUPLOAD [^\\n]{0,400}\\bSIZE ?= ?(\\d{1,9})\\s*?\\n");

  private final Wire wire;
  private int asked;

  PjlDialogue(Wire wire) {
    this.wire = wire;
  }

  /**
   * An entry of a folder.
   *
   * @param path with the volume, such as {@code 0:\config}
   */
  record Entry(String path, boolean folder) {}

  /**
   * Whether it answers in PJL at all.
   *
   * @throws IOException if it does not
   */
  void greet() throws IOException {
    String before = ask("");
    if (!before.isBlank()) {
      throw new IOException("what came back is not an answer of PJL");
    }
  }

  /**
   * What a folder holds; empty where it is not there or not shown.
   *
   * @throws IOException if it breaks off
   */
  List<Entry> list(String folder) throws IOException {
    Matcher entry =
        ENTRY.matcher(
            ask("FSDIRLIST NAME=\"" + folder + "\" ENTRY=1 COUNT=" + MOST_ENTRIES)
                .replace("\r", ""));
    List<Entry> entries = new ArrayList<>();
    while (entry.find()) {
      String name = entry.group(1);
      if (!name.equals(".") && !name.equals("..")) {
        String path = folder.endsWith("\\") ? folder + name : folder + "\\" + name;
        entries.add(new Entry(path, entry.group(2).equals("DIR")));
      }
    }
    return entries;
  }

  /**
   * How a file begins; empty where it is not sent.
   *
   * @throws IOException if it breaks off
   */
  Optional<String> read(String file) throws IOException {
    String answer = ask("FSUPLOAD NAME=\"" + file + "\" OFFSET=0 SIZE=" + FILE_START);
    Matcher content = CONTENT.matcher(answer);
    if (!content.find()) {
      return Optional.empty();
    }
    String rest = answer.substring(content.end());
    int size = Math.min(Integer.parseInt(content.group(1)), FILE_START);
    return size > rest.length() ? Optional.empty() : Optional.of(rest.substring(0, size));
  }

  /**
   * Asks, and has an echo show where the answer ends. A peer that sends back what it gets does not
   * end it as a printer does.
   */
  private String ask(String command) throws IOException {
    String echo = "@PJL ECHO plumbline " + ++asked;
    String question = command.isEmpty() ? ENTER : "@PJL " + command + "\r\n";
    wire.send((question + echo + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    StringBuilder got = new StringBuilder();
    while (got.length() < LONGEST) {
      byte[] piece = wire.read(PIECE, ANSWER);
      if (piece.length == 0) {
        throw new IOException("it hung up");
      }
      got.append(new String(piece, StandardCharsets.ISO_8859_1));
      for (String end : List.of(echo + "\r\n\f", echo + "\n\f")) {
        int at = got.indexOf(end);
        if (at >= 0) {
          return got.substring(0, at);
        }
      }
    }
    throw new IOException("what came back is not an answer of PJL");
  }
}
