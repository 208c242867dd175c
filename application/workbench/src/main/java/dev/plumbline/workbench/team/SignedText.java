package dev.plumbline.workbench.team;

import dev.plumbline.workbench.page.ProductPages;
import dev.plumbline.workbench.web.Refusal;
import io.javalin.http.Context;

/** A text that a person signs. */
final class SignedText {
  private static final int LONGEST = 20_000;

  private SignedText() {}

  /**
   * The text of a field.
   *
   * @param what it is, for a sentence, such as {@code The reason}
   * @throws Refusal 422 if it is missing or too long
   */
  static String of(Context ctx, String field, String what) {
    String text = ProductPages.field(ctx, field);
    if (text.isBlank() || text.length() > LONGEST) {
      throw new Refusal(
          422,
          what + " is missing, or has more than " + LONGEST + " characters.",
          "Go back and write it.");
    }
    return text;
  }
}
