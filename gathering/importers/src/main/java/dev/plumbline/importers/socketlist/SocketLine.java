package dev.plumbline.importers.socketlist;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.importers.shared.network.Ports;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A socket that waits for others.
 *
 * @param transport {@code tcp} or {@code udp}
 * @param address as it was printed, without brackets and interface; {@code *} for every address
 * @param process what holds it, empty where the list does not say
 */
record SocketLine(String transport, String address, int port, String process) {
  private static final BoundedPattern SS =
      BoundedPattern.compile(
          "(?:(tcp|udp)\\s+)?(LISTEN|UNCONN)\\s+\\d+\\s+\\d+\\s+(\\S+):(\\S+)\\s+(\\S+):(\\S+)(?:\\s+(.*))?");
  private static final BoundedPattern NETSTAT =
      BoundedPattern.compile(
          "(tcp|udp)(?:6|46)?\\s+\\d+\\s+\\d+\\s+(\\S+):(\\S+)\\s+(\\S+):(\\S+)(?:\\s+(LISTEN))?(?:\\s+(.*))?");
  private static final BoundedPattern USERS =
      BoundedPattern.compile("users:\\(\\(\"([^\"]{1,60})\"");
  private static final BoundedPattern PROGRAM =
      BoundedPattern.compile("(?:^|\\s)\\d+/([^\\s:]{1,60})");

  /** Reads a line of either tool; empty when it shows no socket that waits. */
  static Optional<SocketLine> read(String line) {
    Matcher ss = SS.matcher(line);
    if (ss.matches()) {
      String transport = "LISTEN".equals(ss.group(2)) ? "tcp" : "udp";
      return isAnybody(ss.group(6))
          ? Optional.of(of(transport, ss.group(3), ss.group(4), process(USERS, ss.group(7))))
          : Optional.empty();
    }
    Matcher netstat = NETSTAT.matcher(line);
    if (!netstat.matches()) {
      return Optional.empty();
    }
    boolean waits =
        isAnybody(netstat.group(5)) && (netstat.group(1).equals("udp") || netstat.group(6) != null);
    return waits
        ? Optional.of(
            of(
                netstat.group(1),
                netstat.group(2),
                netstat.group(3),
                process(PROGRAM, netstat.group(7))))
        : Optional.empty();
  }

  private static boolean isAnybody(String peerPort) {
    return peerPort.equals("*") || peerPort.equals("0");
  }

  private static SocketLine of(String transport, String address, String port, String process) {
    String bare = address.replaceAll("%[^\\]]*", "").replaceAll("[\\[\\]]", "");
    boolean every = bare.equals("0.0.0.0") || bare.equals("::") || bare.isEmpty();
    return new SocketLine(
        transport, every ? "*" : bare.toLowerCase(Locale.ROOT), Ports.port(port), process);
  }

  private static String process(BoundedPattern pattern, @Nullable String text) {
    if (text == null) {
      return "";
    }
    Matcher m = pattern.matcher(text);
    return m.find() ? m.group(1) : "";
  }

  boolean isLoopback() {
    return address.equals("::1") || address.startsWith("127.") || address.startsWith("::ffff:127.");
  }
}
