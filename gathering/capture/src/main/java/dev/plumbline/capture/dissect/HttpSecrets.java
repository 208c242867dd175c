package dev.plumbline.capture.dissect;

import dev.plumbline.capture.flow.Flow;
import dev.plumbline.core.BoundedPattern;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;

/** Credentials that a readable request carries. Notes where they stand and never what they are. */
final class HttpSecrets {
  private static final BoundedPattern PARAMETER =
      BoundedPattern.compile(
          "(?:^|[?&])([^=&]*(?:pass|pwd|token|secret|api_?key|session)[^=&]*)=([^&]+)",
          BoundedPattern.CASE_INSENSITIVE);
  private static final BoundedPattern MEMBER =
      BoundedPattern.compile(
          "\"([^\"]{0,40}(?:pass|pwd|token|secret|api_?key|session)[^\"]{0,40})\"\\s*:\\s*"
              + "\"([^\"]{1,400})\"",
          BoundedPattern.CASE_INSENSITIVE);

  private final Flow flow;
  private final TrafficNotes notes;

  HttpSecrets(Flow flow, TrafficNotes notes) {
    this.flow = flow;
    this.notes = notes;
  }

  void head(HttpHead head, String target, long nanos) {
    String authorization = head.value("authorization");
    String scheme = authorization.split(" ", 2)[0].toLowerCase(Locale.ROOT);
    String rest =
        authorization.substring(Math.min(authorization.length(), scheme.length())).strip();
    if (scheme.equals("basic")) {
      basic(rest);
      note("password", "Authorization (Basic)", rest, nanos);
    } else if (!scheme.isEmpty() && !scheme.equals("digest") && !rest.isEmpty()) {
      note("token", "Authorization (" + scheme + ")", rest, nanos);
    }
    for (String name : new String[] {"cookie", "x-api-key", "x-auth-token"}) {
      String value = head.value(name);
      if (!value.isEmpty()) {
        note("token", "header " + name, value, nanos);
      }
    }
    int query = target.indexOf('?');
    if (query >= 0) {
      parameters(target.substring(query), "query parameter ", nanos);
    }
  }

  void body(String text, boolean json, long nanos) {
    if (!json) {
      parameters(text, "form field ", nanos);
      return;
    }
    Matcher m = MEMBER.matcher(text);
    while (m.find()) {
      note(kind(m.group(1)), "JSON member " + m.group(1), m.group(2), nanos);
    }
  }

  private void parameters(String text, String place, long nanos) {
    Matcher m = PARAMETER.matcher(text);
    while (m.find()) {
      notes.secret(m.group(2));
      note(
          kind(m.group(1)),
          place + m.group(1).replaceFirst("^\\?", ""),
          decoded(m.group(2)),
          nanos);
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String kind(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("pass") || lower.contains("pwd") ? "password" : "token";
  }

  private void basic(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      notes.secret(pair.substring(pair.indexOf(':') + 1));
    } catch (IllegalArgumentException e) {
      // Not Base64; the text itself is masked.
    }
  }

  private void note(String kind, String place, String secret, long nanos) {
    notes.secret(secret);
    notes.readable(flow, kind, place, flow.byDevice(), nanos);
  }
}
