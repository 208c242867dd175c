package dev.plumbline.observation.network;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code ftp.access}. */
@Kind(value = "ftp.access", subject = "endpoint")
@Says("What an FTP server gives without a login. Neither let in nor refused: UNDETERMINED.")
public record FtpAccess(
    @Says("the user `anonymous` with any password was let in") boolean anonymous,
    @Says("inside TLS") boolean tls,
    @Says("the first folder where it was let in, or listed in spite of a refusal, else empty")
        List<Opened> open,
    @Says("the first folder where it was refused, else empty") List<String> guarded,
    @Says("number of names in the first folder, where it lists them") Optional<Integer> listed,
    @Coverage @Says("those tried") List<String> users,
    @Coverage @Says("folders of which nobody saw whether they are refused, and to whom")
        List<String> unanswered,
    @Says("inside TLS, with a right login: the server begins to send data in the clear")
        Optional<Boolean> clearData)
    implements Fact {

  /** A folder that is open. */
  @Says("A folder that is open.")
  public record Opened(@Says("its path") String path, @Says("`data`") String kind) {}
}
