package dev.plumbline.client.oddinput;

import dev.plumbline.core.BoundedPattern;
import java.util.regex.Matcher;

/** Long runs of one character, which data files and findings write as {@code ${A*300}}. */
public final class Runs {
  private static final BoundedPattern RUN =
      BoundedPattern.compile("\\$\\{(.)\\*(\\d{1,5})\\}", BoundedPattern.DOTALL);

  private Runs() {}

  /** With each of them written out. */
  public static String expanded(String text) {
    return RUN.matcher(text)
        .replaceAll(m -> Matcher.quoteReplacement(m.group(1).repeat(Integer.parseInt(m.group(2)))));
  }
}
