package dev.plumbline.observation.page;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Field;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.Unanswered;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code page.mentions}. */
@Kind(
    value = "page.mentions",
    subject = "row of the table that a page is about, such as `21-PersData/ENTRY`")
@Says(
    "Words of a row on the page that is about it. A page that not everybody can read:"
        + " UNDETERMINED.")
public record PageMentions(
    @Says("URL") String page,
    @Says("field of 2-UserInfo that names it") String purpose,
    @Says("words of the row that the page has, endings aside") List<String> found,
    @Says("words of the row that the page has not") List<String> missing,
    @Says("the first five of its sentences that advise something and have a word of the row")
        List<String> advice,
    @Coverage @Field("purpose") @Says("where the page was not read") Optional<String> unreadFor)
    implements Fact {
  /** A page that could not be read, which a field of the user information names. */
  public static Unanswered unread(String purpose) {
    return new Unanswered(PageMentions.class, Map.of("purpose", purpose));
  }
}
