package dev.plumbline.client.http;

import dev.plumbline.core.BoundedPattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/** JSON that scripts of a page write out and send, as far as its words say that it only reads. */
public final class ScriptMessages {
  private static final int MOST = 12;
  private static final int BEFORE = 250;

  /** An object that is written out where it is sent. */
  private static final BoundedPattern SENT =
      BoundedPattern.compile(
          "(?:JSON\\.stringify|\\.send)\\(\\s{0,4}(\\{[^;<>`\\\\]{1,300}?\\}|'\\{[^'\\\\]{1,300}\\}')\\s{0,4}\\)");

  private static final BoundedPattern PATH = BoundedPattern.compile("[\"'](/[\\w./-]{1,100})[\"']");
  private static final BoundedPattern NAME =
      BoundedPattern.compile("([{,]\\s{0,4})([A-Za-z_$][\\w$]{0,40})\\s{0,4}:");
  private static final BoundedPattern QUOTED = BoundedPattern.compile("'([^'\"\\\\]{0,200})'");
  private static final BoundedPattern STRING = BoundedPattern.compile("\"[^\"]{0,200}\"");
  private static final BoundedPattern PLAIN =
      BoundedPattern.compile("(?:[\\s\\d{}\\[\\],:.-]|true|false|null){1,400}");

  private static final BoundedPattern READS =
      BoundedPattern.compile(
          "(?i)(?:get|list|read|info|stat(?:us|e)|show|query|describe|config|network|devices?|scan)");
  private static final BoundedPattern DOES =
      BoundedPattern.compile(
          "(?i)(?:set(?!ting)|del|remov|reset|reboot|restart|writ|updat|add(?!r)|creat|start|stop"
              + "|open|lock|toggle|turn|log(?:in|out)|auth|upgrad|format|save|apply|send|put|exec"
              + "|run|press|clear|erase|pair|join|connect|pass(?!phrase)|\"o(?:n|ff)\")");

  private ScriptMessages() {}

  /**
   * A message that a script sends.
   *
   * @param path the path that stands last before it, where one does
   */
  public record Sent(Optional<String> path, String json) {}

  /** The messages of a script, or of a page with scripts. */
  public static List<Sent> in(String text) {
    Set<Sent> found = new LinkedHashSet<>();
    Matcher sent = SENT.matcher(text);
    while (sent.find() && found.size() < MOST) {
      String json = json(sent.group(1));
      String without = STRING.matcher(json).replaceAll("");
      boolean whole = PLAIN.matcher(without).matches();
      if (whole && READS.matcher(json).find() && !DOES.matcher(json).find()) {
        found.add(new Sent(path(text, sent.start()), json));
      }
    }
    return List.copyOf(found);
  }

  private static String json(String literal) {
    if (literal.startsWith("'")) {
      return literal.substring(1, literal.length() - 1);
    }
    String quoted = QUOTED.matcher(literal).replaceAll("\"$1\"");
    return NAME.matcher(quoted).replaceAll("$1\"$2\":");
  }

  private static Optional<String> path(String text, int at) {
    Matcher path = PATH.matcher(text.substring(Math.max(0, at - BEFORE), at));
    Optional<String> last = Optional.empty();
    while (path.find()) {
      last = Optional.of(path.group(1));
    }
    return last;
  }
}
