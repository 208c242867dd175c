package dev.plumbline.exchange;

import dev.plumbline.core.BoundedPattern;
import java.util.regex.Matcher;

/** Plain text as Markdown, and Markdown as plain text. */
final class MarkdownText {
  private static final String SPECIAL = "\\`*_[]<>&|~";
  private static final BoundedPattern START = BoundedPattern.compile("^([#=+:-]|\\d{1,9}(?=[.)]))");
  private static final BoundedPattern ESCAPE = BoundedPattern.compile("\\\\(\\p{Punct})");
  private static final BoundedPattern CODE =
      BoundedPattern.compile("(?<!`)(`{1,8})(?!`)(.{1,4000}?)\\1(?!`)", BoundedPattern.DOTALL);
  private static final BoundedPattern BREAK = BoundedPattern.compile("(?i)<br\\s*/?>");
  private static final BoundedPattern LINK =
      BoundedPattern.compile(
          "!?\\[([^\\[\\]]{0,2000}+)\\]\\(<?([^)\\s>]{1,2000}+)>?[^)]{0,400}+\\)");
  private static final BoundedPattern ADDRESS =
      BoundedPattern.compile("<((?:https?|mailto):[^<>\\s]{1,2000}+)>");
  private static final BoundedPattern STRONG =
      BoundedPattern.compile("\\*\\*(?=\\S)(.{1,4000}?)(?<=\\S)\\*\\*");
  private static final BoundedPattern STRONG_LOW =
      BoundedPattern.compile("(?<!\\w)__(?=\\S)(.{1,4000}?)(?<=\\S)__(?!\\w)");
  private static final BoundedPattern SOFT =
      BoundedPattern.compile("(?<![\\w*])\\*(?=\\S)([^*]{1,4000}?)(?<=\\S)\\*(?![\\w*])");
  private static final BoundedPattern SOFT_LOW =
      BoundedPattern.compile("(?<!\\w)_(?=\\S)([^_]{1,4000}?)(?<=\\S)_(?!\\w)");

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

  private static String hide(BoundedPattern pattern, String text, int group) {
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
