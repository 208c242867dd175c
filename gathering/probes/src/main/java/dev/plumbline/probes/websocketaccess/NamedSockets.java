package dev.plumbline.probes.websocketaccess;

import dev.plumbline.client.http.HtmlPage;
import dev.plumbline.client.http.ScriptMessages;
import dev.plumbline.core.BoundedPattern;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;

/** Paths and messages of WebSockets that pages and scripts name. */
final class NamedSockets {
  private static final int MOST_LINKS = 20;
  private static final BoundedPattern LINK =
      BoundedPattern.compile("[\"'`](?:wss?://[^/\"'`]{1,200})?(/[!-~&&[^\"'`<>]]{0,200})[\"'`]");

  /** A socket is opened with an address that is put together before the path. */
  private static final BoundedPattern OPENED =
      BoundedPattern.compile("WebSocket\\([^;()]{0,150}?[\"'`](/[\\w./-]{1,100})[\"'`]");

  private final String authority;
  private final Set<String> paths = new LinkedHashSet<>();
  private final Set<String> messages = new LinkedHashSet<>();

  /**
   * @param authority host and port of the server
   */
  NamedSockets(String authority) {
    this.authority = authority;
  }

  /** Reads a page or a script. */
  void read(String text) {
    Matcher link = LINK.matcher(text);
    while (link.find() && paths.size() < MOST_LINKS) {
      boolean beside =
          link.group().contains("ws://")
              || link.group().contains("wss://")
              || link.group(1).matches("(?i).*(ws|socket).*");
      if (beside) {
        HtmlPage.local("/", link.group(1), authority).ifPresent(paths::add);
      }
    }
    Matcher opened = OPENED.matcher(text);
    while (opened.find() && paths.size() < MOST_LINKS) {
      HtmlPage.local("/", opened.group(1), authority).ifPresent(paths::add);
    }
    if (text.contains("WebSocket")) {
      ScriptMessages.in(text).forEach(m -> messages.add(m.json()));
    }
  }

  Set<String> paths() {
    return paths;
  }

  Set<String> messages() {
    return messages;
  }
}
