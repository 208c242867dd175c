package dev.plumbline.checks.crypto;

import dev.plumbline.checks.Questions;
import dev.plumbline.checks.Questions.Asked;
import dev.plumbline.core.ssh.SshSignals;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.ssh.SshAlgorithms;
import dev.plumbline.observation.ssh.SshHostKeys;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Compares the SSH of one endpoint with what a row declares and with the crypto policy. */
record SshInUse(
    Facts facts, IxitEntry row, DeclaredAlgorithms declared, Questions questions, Endpoint at) {
  static final List<String> KEYS = Kinds.keys(SshAlgorithms.class, SshHostKeys.class);

  void compare() {
    ask(
        "Is each algorithm that is offered declared and not broken?",
        SshAlgorithms.class,
        this::lists);
    ask("Is each host key as large as declared and accepted?", SshHostKeys.class, this::hostKeys);
  }

  /** What a finding that holds says of this endpoint. */
  String looked() {
    return at + ": all lists of SSH and the size of each host key";
  }

  private <F extends Fact> void ask(
      String question, Class<F> kind, BiConsumer<Asked, Seen<F>> weigh) {
    CryptoInUse.ask(facts, questions, question, kind, at, "ssh-endpoint", weigh);
  }

  private void lists(Asked asked, Seen<SshAlgorithms> seen) {
    Observation o = seen.observation();
    SshAlgorithms offered = seen.fact();
    list(asked, o, "kex", offered.kex());
    list(asked, o, "hostKey", offered.hostKey());
    list(asked, o, "ciphers", offered.ciphers());
    list(asked, o, "macs", offered.macs());
    if (offered.ssh1()) {
      asked.refuted(o, at + " speaks the first protocol of SSH, " + policy().why("SSH-1"));
    }
    asked.answered(o, "each algorithm in the lists of " + at + " is declared");
  }

  private void list(Asked asked, Observation o, String list, List<String> offered) {
    List<String> names = offered.stream().filter(a -> !isMarker(a)).distinct().toList();
    if (names.isEmpty()) {
      asked.left("the list " + list + " of " + at + " is not known");
    }
    List<String> more = names.stream().filter(n -> !declared.has(n)).toList();
    if (!more.isEmpty()) {
      asked.refuted(o, at + " offers " + String.join(", ", more));
    }
    names.stream()
        .filter(n -> declared.has(n) && policy().breaks(n))
        .forEach(n -> asked.refuted(o, at + " offers " + n + ", " + policy().why(n)));
  }

  /** Names in an SSH list that announce an extension and are no algorithms. */
  private static boolean isMarker(String name) {
    return SshSignals.isSignal(name);
  }

  private void hostKeys(Asked asked, Seen<SshHostKeys> seen) {
    Observation o = seen.observation();
    List<SshHostKeys.HostKey> keys = seen.fact().keys();
    if (keys.isEmpty() || !seen.fact().complete()) {
      asked.left("not every host key of " + at + " was shown");
    }
    for (SshHostKeys.HostKey key : keys) {
      if (key.bits() <= 0) {
        asked.left("the size of the host key " + key.type() + " of " + at + " is not known");
      } else {
        size(asked, o, key.type(), key.bits());
      }
    }
    asked.answered(o, at + " shows " + keys.size() + " host keys of accepted sizes");
  }

  private void size(Asked asked, Observation o, String type, int bits) {
    String family = type.contains("rsa") ? "RSA" : type.contains("dss") ? "DSA" : "EC";
    int promised = family.equals("RSA") ? declared.smallest(family) : 0;
    Optional<String> rejected = policy().rejectsKey(family, bits);
    String shown = at + " shows a host key " + type + " of " + bits + " bits, ";
    if (promised > bits) {
      asked.refuted(o, shown + "declared are " + promised);
    } else {
      rejected.ifPresent(why -> asked.refuted(o, shown + why));
    }
  }

  private PolicyOnUse policy() {
    return PolicyOnUse.of(facts);
  }
}
