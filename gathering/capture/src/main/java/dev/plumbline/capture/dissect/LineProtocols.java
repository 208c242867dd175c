package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.Slice;
import dev.plumbline.capture.flow.Flow;
import dev.plumbline.core.BoundedPattern;
import java.util.Locale;
import java.util.Set;

/** FTP, SMTP, POP3 and IMAP: lines, of which some carry credentials. */
final class LineProtocols implements Dissector {
  private static final int LONGEST = 4_096;

  private static final Set<Integer> PORTS = Set.of(21, 2121, 25, 587, 110, 143);

  /** IMAP: a tag, the command, who logs in, and the password. */
  private static final BoundedPattern LOGIN =
      BoundedPattern.compile("(?i)\\S{1,20} LOGIN \\S{1,200} \\S.{0,200}");

  private final Flow flow;
  private final TrafficNotes notes;
  private int lines;
  private boolean secretNext;

  LineProtocols(Flow flow, TrafficNotes notes) {
    this.flow = flow;
    this.notes = notes;
    switch (flow.servicePort()) {
      case 25, 587, 465 -> flow.speaks("smtp");
      case 110 -> flow.speaks("pop3");
      case 143 -> flow.speaks("imap");
      default -> {}
    }
  }

  static boolean isOfPort(int port) {
    return PORTS.contains(port);
  }

  static boolean begins(Flow flow, boolean byClient, Slice b) {
    boolean greets = !byClient && (b.startsWith("220 ") || b.startsWith("220-"));
    boolean logsIn = byClient && (b.startsWith("USER ") || b.startsWith("EHLO "));
    return isOfPort(flow.servicePort())
        || greets
        || logsIn
        || (!byClient && (b.startsWith("+OK ") || b.startsWith("* OK ")));
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
      } else if (line.startsWith("* OK")) {
        flow.speaks("imap");
      }
    }
    String upper = line.toUpperCase(Locale.ROOT);
    return byClient && (upper.startsWith("AUTH TLS") || isStartTls(upper))
        ? startTls(end)
        : end + 1;
  }

  /** IMAP puts a tag before its commands. */
  private static boolean isStartTls(String upper) {
    return upper.startsWith("STARTTLS") || upper.endsWith(" STARTTLS");
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
    } else if (LOGIN.matcher(line).matches()) {
      flow.speaks("imap");
      secret(line.substring(line.lastIndexOf(' ') + 1).replace("\"", ""), "LOGIN command", nanos);
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
