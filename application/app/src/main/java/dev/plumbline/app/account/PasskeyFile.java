package dev.plumbline.app.account;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the file of passkeys of one account says: a line each, the name at its end.
 *
 * @param handle by which authenticators know the account: random, so that it tells nothing of the
 *     person
 */
record PasskeyFile(String handle, List<Passkey> passkeys) {
  private static final String FIRST = "plumbline passkeys 1";
  private static final Pattern HANDLE = Pattern.compile("handle: ([A-Za-z0-9_-]{43})");
  private static final Pattern LINE =
      Pattern.compile(
          "([A-Za-z0-9_-]{1,1364}) ([A-Za-z0-9_-]{1,4096}) ([a-z0-9.-]{1,253}) (\\d{1,10})"
              + " (synced|bound) ([0-9TZ:.-]{20,30}) ([0-9TZ:.-]{20,30}|never) (.{1,60})");

  PasskeyFile {
    passkeys = List.copyOf(passkeys);
  }

  /** From its text; empty where that is none. */
  static Optional<PasskeyFile> parse(String text) {
    List<String> lines = text.lines().toList();
    if (lines.size() < 2 || !lines.getFirst().equals(FIRST)) {
      return Optional.empty();
    }
    Matcher handle = HANDLE.matcher(lines.get(1));
    if (!handle.matches()) {
      return Optional.empty();
    }
    try {
      List<Passkey> passkeys = new ArrayList<>();
      for (String line : lines.subList(2, lines.size())) {
        passkeys.add(passkey(line));
      }
      return Optional.of(new PasskeyFile(handle.group(1), passkeys));
    } catch (IOException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Passkey passkey(String line) throws IOException {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IOException("a line of another form");
    }
    return new Passkey(
        parts.group(1),
        parts.group(2),
        parts.group(3),
        Long.parseLong(parts.group(4)),
        parts.group(5).equals("synced"),
        Instant.parse(parts.group(6)),
        parts.group(7).equals("never")
            ? Optional.empty()
            : Optional.of(Instant.parse(parts.group(7))),
        parts.group(8));
  }

  String text() {
    StringBuilder text = new StringBuilder(FIRST).append("\nhandle: ").append(handle).append('\n');
    for (Passkey p : passkeys) {
      text.append(p.id())
          .append(' ')
          .append(p.credential())
          .append(' ')
          .append(p.host())
          .append(' ')
          .append(p.counter())
          .append(p.synced() ? " synced " : " bound ")
          .append(p.added())
          .append(' ')
          .append(p.used().map(Instant::toString).orElse("never"))
          .append(' ')
          .append(p.name())
          .append('\n');
    }
    return text.toString();
  }
}
