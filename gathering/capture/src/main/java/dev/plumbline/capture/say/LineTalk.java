package dev.plumbline.capture.say;

import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.flow.Flow;
import java.util.Locale;

/** FTP, SMTP and POP3: lines, of which some carry credentials. */
final class LineTalk implements Dissector {
  private static final int LONGEST = 4_096;

  private final Flow flow;
  private final Notes notes;
  private int lines;
  private boolean secretNext;

  LineTalk(Flow flow, Notes notes) {
    this.flow = flow;
    this.notes = notes;
    switch (flow.servicePort()) {
      case 25, 587, 465 -> flow.speaks("smtp");
      case 110 -> flow.speaks("pop3");
      default -> {}
    }
  }

  static boolean begins(Flow flow, boolean byClient, Slice b) {
    int port = flow.servicePort();
    boolean known = port == 21 || port == 2121 || port == 25 || port == 587 || port == 110;
    boolean greets = !byClient && (b.startsWith("220 ") || b.startsWith("220-"));
    boolean logsIn = byClient && (b.startsWith("USER ") || b.startsWith("EHLO "));
    return known || greets || logsIn || (!byClient && b.startsWith("+OK "));
  }

  @Override
  public int heard(boolean byClient, Slice bytes, long nanos) {
    int end = bytes.indexOf('\n', 0);
    if (end < 0) {
      return bytes.length() > LONGEST ? DONE : 0;
    }
    String line = bytes.part(0, end).ascii().strip();
    if (byClient) {
      command(line, nanos);
    } else if (lines++ == 0) {
      notes.detail(flow, "banner", line);
      if (line.startsWith("+OK")) {
        flow.speaks("pop3");
      }
    }
    String upper = line.toUpperCase(Locale.ROOT);
    return byClient && (upper.startsWith("AUTH TLS") || upper.startsWith("STARTTLS"))
        ? startTls(end)
        : end + 1;
  }

  private int startTls(int end) {
    notes.detail(flow, "asks-for", "TLS");
    return end < 0 ? 0 : DONE;
  }

  private void command(String line, long nanos) {
    String upper = line.toUpperCase(Locale.ROOT);
    if (upper.startsWith("EHLO ") || upper.startsWith("HELO ")) {
      flow.speaks("smtp");
    } else if (upper.startsWith("USER ") || upper.startsWith("SYST")) {
      flow.speaks("ftp");
    }
    if (secretNext) {
      secret(line, "AUTH answer", nanos);
      secretNext = false;
    } else if (upper.startsWith("PASS ")) {
      flow.speaks("ftp");
      secret(line.substring(5), "PASS command", nanos);
    } else if (upper.startsWith("AUTH PLAIN") || upper.startsWith("AUTH LOGIN")) {
      secretNext = line.length() <= 11;
      if (!secretNext) {
        secret(line.substring(11), "AUTH command", nanos);
      }
    }
  }

  private void secret(String text, String place, long nanos) {
    notes.secret(text);
    notes.readable(flow, "password", place, flow.byDevice(), nanos);
  }
}
