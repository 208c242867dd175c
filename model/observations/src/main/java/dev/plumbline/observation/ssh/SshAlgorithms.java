package dev.plumbline.observation.ssh;

import dev.plumbline.observation.Coverage;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Kind;
import dev.plumbline.observation.Says;
import java.util.List;
import java.util.Optional;

/** {@code ssh.algorithms}. */
@Kind(value = "ssh.algorithms", subject = "endpoint")
@Says("Algorithms that an SSH server offers; server to client and back merged, in " + "order.")
public record SshAlgorithms(
    @Says("first line") Optional<String> banner,
    @Says("its software") Optional<String> software,
    @Says("version of the protocol") Optional<String> protocol,
    @Says(
            "key agreements; `ssh-1` alone where the first protocol alone is spoken, as in "
                + "the other lists")
        List<String> kex,
    @Says("of host keys") List<String> hostKey,
    @Says("ciphers") List<String> ciphers,
    @Says("message authentication codes") List<String> macs,
    @Says("compression") List<String> compression,
    @Says("signals that stand among the names of key agreements") Optional<List<String>> extensions,
    @Says("the first protocol is spoken") boolean ssh1,
    @Coverage @Says("how another tool looked") Optional<List<String>> tried)
    implements Fact {}
