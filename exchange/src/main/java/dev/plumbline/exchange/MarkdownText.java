package dev.plumbline.exchange;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text as Markdown, and Markdown as plain text. */
final class MarkdownText {
  private static final String SPECIAL = "\\`*_[]<>&|~";
  private static final Pattern START = Pattern.compile("^([#=+:-]|\\d{1,9}(?=[.)]))");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(\\p{Punct})");
  private static final Pattern CODE = Pattern.compile("(`+)(.+?)\\1(?!`)", Pattern.DOTALL);
  private static final Pattern BREAK = Pattern.compile("(?i)<br\\s*/?>");
  private static final Pattern LINK =
      Pattern.compile("!?\\[([^\\]]*)\\]\\(<?([^)\\s>]+)>?[^)]*\\)");
  private static final Pattern ADDRESS = Pattern.compile("<((?:https?|mailto):[^>\\s]+)>");
  private static final Pattern STRONG = Pattern.compile("\\*\\*(?=\\S)(.+?)(?<=\\S)\\*\\*");
  private static final Pattern STRONG_LOW =
      Pattern.compile("(?<!\\w)__(?=\\S)(.+?)(?<=\\S)__(?!\\w)");
  private static final Pattern SOFT =
      Pattern.compile("(?<![\\w*])\\*(?=\\S)([^*]+?)(?<=\\S)\\*(?![\\w*])");
  private static final Pattern SOFT_LOW =
      Pattern.compile("(?<!\\w)_(?=\\S)([^_]+?)(?<=\\S)_(?!\\w)");

  /** Letters for private use stand for letters that mean themselves; no text holds them. */
  private static final int HIDDEN = 0xE000;

  private MarkdownText() {}

  /** A line of text that renders as it is. */
  static String escaped(String line) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (SPECIAL.indexOf(c) >= 0) {
        safe.append('\\');
      }
      safe.append(c);
    }
    Matcher start = START.matcher(safe);
    if (!start.find()) {
      return safe.toString();
    }
    int end = start.end();
    return Character.isDigit(safe.charAt(0)) ? safe.insert(end, '\\').toString() : "\\" + safe;
  }

  /** What a stretch of Markdown says, without its marks. */
  static String plain(String markdown) {
    String text = hide(ESCAPE, markdown, 1);
    text = hide(CODE, text, 2);
    text = BREAK.matcher(text).replaceAll("\n");
    text = LINK.matcher(text).replaceAll(MarkdownText::link);
    text = ADDRESS.matcher(text).replaceAll("$1");
    text = STRONG.matcher(text).replaceAll("$1");
    text = STRONG_LOW.matcher(text).replaceAll("$1");
    text = SOFT.matcher(text).replaceAll("$1");
    text = SOFT_LOW.matcher(text).replaceAll("$1");
    text =
        text.replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&nbsp;", " ")
            .replace("&amp;", "&");
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      shown.append(c >= HIDDEN && c < HIDDEN + 0x80 ? (char) (c - HIDDEN) : c);
    }
    return shown.toString();
  }

  private static String link(java.util.regex.MatchResult m) {
    String both = m.group(1).equals(m.group(2)) ? m.group(1) : m.group(1) + " (" + m.group(2) + ")";
    return Matcher.quoteReplacement(both);
  }

  private static String hide(Pattern pattern, String text, int group) {
    return pattern
        .matcher(text)
        .replaceAll(
            m -> {
              StringBuilder hidden = new StringBuilder();
              for (char c : m.group(group).toCharArray()) {
                hidden.append(c < 0x80 && c > ' ' ? (char) (c + HIDDEN) : c);
              }
              return Matcher.quoteReplacement(hidden.toString());
            });
  }
}
