package dev.plumbline.probes.httpsurface;

import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.core.BoundedPattern;
import java.util.Locale;

/**
 * What makes two answers the same page: status, target and text, without the path that was asked
 * for and without numbers, which are often times and tokens.
 */
record Likeness(int status, String target, String text) {
  private static final int COMPARED = 8_192;

  static Likeness of(String path, HttpResponse response) {
    String target = response.redirect().map(t -> neutral(path, t)).orElse("");
    String body = response.text();
    String text = neutral(path, body.substring(0, Math.min(COMPARED, body.length())));
    return new Likeness(response.status(), target, text);
  }

  private static String neutral(String path, String text) {
    String bare = path.split("\\?", 2)[0];
    String name = bare.substring(bare.lastIndexOf('/') + 1);
    String without = bare.length() > 1 ? removed(bare, removed(path, text)) : text;
    without = name.length() > 3 ? removed(name, without) : without;
    return without
        .replaceAll("(nonce|csrf[\\w-]{0,40}|token)([\"']?\\s*[=:]\\s*[\"'])[^\"']*", "$1$2#")
        .replaceAll(
            "(?<![\\w+/-])([+/-]*+)(?=[\\w+/-]*\\d)(?=[\\w+/-]*[A-Za-z])[\\w+/-]{16,}={0,2}", "$1#")
        .replaceAll("[0-9a-fA-F]{8,}", "#")
        .replaceAll("\\d+", "#")
        .replaceAll("\\s+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** Takes out whole names only: {@code auth} stands in "unauthorized" too. */
  private static String removed(String name, String text) {
    return BoundedPattern.compile("(?<![<\\w])" + BoundedPattern.quote(name) + "(?!\\w)")
        .matcher(text)
        .replaceAll("");
  }
}
