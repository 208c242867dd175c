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

/** {@code page.fetched}. */
@Kind(value = "page.fetched", subject = "URL")
@Says("A public page of the manufacturer.")
public record PageFetched(
    @Says("field of 2-UserInfo that names it") String purpose,
    @Says("of the answer") int status,
    @Field("final") @Says("URL behind redirects") String finalUrl,
    @Says("as the page says, empty where it does not") String language,
    @Says("its title") String title,
    @Says("it asks for a login") boolean loginWall,
    @Says("number of words") long words,
    @Says("Flesch reading ease") double readability,
    @Says("addresses on it") List<String> emails,
    @Says("dates on it, ISO") List<String> dates,
    @Says("the first 50 dates with the sentence or row that each stands in; not in older records")
        Optional<List<Dated>> dated,
    @Says("durations on it, as text") List<String> durations,
    @Says("first 20,000 characters, plain") String text,
    @Says("it has the model of product.yaml") boolean model,
    @Says(
            "private keys that it prints, or one of the pages of the same host that it links; not in"
                + " older records")
        Optional<List<PrintedKey>> privateKeys,
    @Coverage @Field("purpose") @Says("where the page was not read") Optional<String> unreadFor)
    implements Fact {
  /** A page that could not be read, which a field of the user information names. */
  public static Unanswered unread(String purpose) {
    return new Unanswered(PageFetched.class, Map.of("purpose", purpose));
  }

  /** A date and where it stands. */
  @Says("A date and where it stands.")
  public record Dated(
      @Says("the date") String date,
      @Says("the sentence or row, the first 300 characters") String line) {}

  /** A private key that anybody can read. */
  @Says("A private key that anybody can read.")
  public record PrintedKey(
      @Says("URL of the page that prints it") String page,
      @Says("digest of its public key") String keySha256) {}
}
