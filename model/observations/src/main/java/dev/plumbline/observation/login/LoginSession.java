package dev.plumbline.observation.login;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code login.session}. */
@Kind(value = "login.session", subject = "endpoint")
@Says(
    "Whether tokens that the device did not issue open what its sessions open. No session opened"
        + " a path that is shut without one: no observation.")
public record LoginSession(
    @Says(
            "what opened a path that is shut without a session: tokens made by hand, and writing without any")
        List<Forged> forged,
    @Says("tokens that the device issued and that open a path alone, such as `cookie sid`")
        List<String> tokens,
    @Says(
            "fields whose value a page shows as it was sent, with the characters that HTML has to"
                + " escape; absent where names were not to be changed")
        Optional<List<Stored>> stored,
    @Coverage @Says("how tokens were made") List<String> tried,
    @Coverage @Says("paths at which they were tried") List<String> paths,
    @Coverage
        @Says("fields that were changed with a session, and of which a page showed the new value")
        Optional<List<String>> fields)
    implements Fact {

  /** A token that was made by hand. */
  @Says("A token that was made by hand.")
  public record Forged(
      @Says(
              "in whose place, such as `cookie sid`, `bearer` or `header X-Auth-Token`; `none` where none was sent")
          String token,
      @Says("how it was made, or what was sent") String how,
      @Says("what it opened") String path) {}

  /** A field whose value a page shows as it was sent. */
  @Says("A field whose value a page shows as it was sent.")
  public record Stored(
      @Says("its name") String field,
      @Says("where it was sent to") String path,
      @Says("the page that shows it") String page) {}
}
