package dev.plumbline.observation.network;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Presence;
import dev.plumbline.observation.Says;
import dev.plumbline.observation.When;
import java.util.List;
import java.util.Optional;

/** {@code tftp.files}. */
@Kind(value = "tftp.files", subject = "endpoint")
@Says(
    "Files that TFTP gives to anybody, of the names tried. A server that sends any "
        + "name: UNDETERMINED.")
public record TftpFiles(
    @Says("false where the port refuses datagrams") boolean present,
    @When("present") @Says("files of which a first block came") Optional<List<Sent>> readable,
    @Coverage @When("present") @Says("number of names tried") Optional<Long> tried,
    @Coverage @When("present") @Says("names without an answer") Optional<List<String>> unanswered,
    @Coverage @Says("the port refused datagrams") Optional<Boolean> refused)
    implements Presence {
  /** A port that refuses datagrams: nobody speaks there. */
  public static TftpFiles portRefused() {
    return new TftpFiles(
        false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(true));
  }

  /** A file that was sent. */
  @Says("A file that was sent.")
  public record Sent(
      @Says("its name") String file,
      @Says("of the first block, at most 512") long bytes,
      @Says("what it is") String kind) {}
}
