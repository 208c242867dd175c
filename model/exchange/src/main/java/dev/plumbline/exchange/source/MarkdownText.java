package dev.plumbline.exchange.source;

import dev.plumbline.core.BoundedPattern;
import java.util.regex.Matcher;

/** Plain text as Markdown, and Markdown as plain text. */
public final class MarkdownText {
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
  private static final BoundedPattern NUMBERED =
      BoundedPattern.compile("&#[xX]([0-9a-fA-F]{1,6});");
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
  public static String escaped(String line) {
    StringBuilder safe = new StringBuilder();
    line.codePoints()
        .forEach(
            c -> {
              if (isUnseen(c)) {
                safe.append("&#x").append(Integer.toHexString(c)).append(';');
              } else {
                safe.append(SPECIAL.indexOf(c) >= 0 ? "\\" : "").appendCodePoint(c);
              }
            });
    Matcher start = START.matcher(safe);
    if (!start.find()) {
      return safe.toString();
    }
    int end = start.end();
    return Character.isDigit(safe.charAt(0)) ? safe.insert(end, '\\').toString() : "\\" + safe;
  }

  /** Characters that turn the direction of text or have no shape; a reader sees their number. */
  private static boolean isUnseen(int c) {
    return switch (Character.getType(c)) {
      case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      case Character.CONTROL -> c != '\t' && c != '\n' && c != '\r';
      default -> false;
    };
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
    text = NUMBERED.matcher(text).replaceAll(MarkdownText::character);
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

  private static String character(java.util.regex.MatchResult m) {
    int c = Integer.parseInt(m.group(1), 16);
    boolean isOne = Character.isValidCodePoint(c) && Character.getType(c) != Character.SURROGATE;
    return Matcher.quoteReplacement(isOne ? Character.toString(c) : m.group());
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
