package dev.plumbline.checks;

import dev.plumbline.checks.Questions.Asked;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Facts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Compares the SSH of one endpoint with what a row declares and with the crypto policy. */
record SshInUse(
    Facts facts, IxitEntry row, DeclaredAlgorithms declared, Questions questions, Endpoint at) {
  static final String ALGORITHMS = "ssh.algorithms";
  static final String HOST_KEYS = "ssh.host-keys";
  static final List<String> KEYS = List.of(ALGORITHMS, HOST_KEYS);

  void compare() {
    ask("Is each algorithm that is offered declared and not broken?", ALGORITHMS, this::lists);
    ask("Is each host key as large as declared and accepted?", HOST_KEYS, this::hostKeys);
  }

  /** What a finding that holds says of this endpoint. */
  String looked() {
    return at + ": all lists of SSH and the size of each host key";
  }

  private void ask(String question, String key, BiConsumer<Asked, Observation> weigh) {
    CryptoInUse.ask(facts, questions, question, key, at, "ssh-endpoint", weigh);
  }

  private void lists(Asked asked, Observation o) {
    for (String list : List.of("kex", "hostKey", "ciphers", "macs")) {
      List<String> names = o.texts(list).stream().filter(a -> !isMarker(a)).distinct().toList();
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
    if (o.flag("ssh1").isEmpty()) {
      asked.left("nobody tried the first protocol of SSH at " + at);
    } else if (o.flag("ssh1").get()) {
      asked.refuted(o, at + " speaks the first protocol of SSH, " + policy().why("SSH-1"));
    }
    asked.answered(o, "each algorithm in the lists of " + at + " is declared");
  }

  /** Names in an SSH list that announce an extension and are no algorithms. */
  private static boolean isMarker(String name) {
    return name.startsWith("ext-info-") || name.startsWith("kex-strict-");
  }

  private void hostKeys(Asked asked, Observation o) {
    List<Map<?, ?>> keys = Traffic.maps(o, "keys");
    if (keys.isEmpty() || !Boolean.TRUE.equals(o.coverage().get("complete"))) {
      asked.left("not every host key of " + at + " was shown");
    }
    for (Map<?, ?> key : keys) {
      String type = String.valueOf(key.get("type"));
      int bits = key.get("bits") instanceof Number n ? n.intValue() : 0;
      if (bits <= 0) {
        asked.left("the size of the host key " + type + " of " + at + " is not known");
      } else {
        size(asked, o, type, bits);
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
