package dev.plumbline.observation.ssh;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code ssh.host-keys}. */
@Kind(value = "ssh.host-keys", subject = "endpoint")
@Says("Host keys of an SSH server.")
public record SshHostKeys(
    @Says("its keys") List<HostKey> keys,
    @Says("types without an answer, with the reason") Optional<List<String>> incomplete,
    @Coverage @Says("types tried") List<String> tried,
    @Coverage @Says("each type got an answer") boolean complete)
    implements Fact {
  /** A host key. */
  @Says("A host key.")
  public record HostKey(
      @Says("its type") String type,
      @Says("0 where they cannot be told") int bits,
      @Says("digest") String sha256) {}
}
