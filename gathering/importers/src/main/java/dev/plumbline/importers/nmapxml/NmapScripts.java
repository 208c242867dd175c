package dev.plumbline.importers.nmapxml;

import dev.plumbline.core.Digest;
import dev.plumbline.core.ssh.SshSignals;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.importers.nmapxml.ScriptTable.Node;
import dev.plumbline.importers.shared.findings.ScannerFinding;
import dev.plumbline.importers.shared.findings.ScannerSeverity;
import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importers.shared.tls.ReportedCertificate;
import dev.plumbline.importers.shared.tls.SuiteFacts;
import dev.plumbline.importers.shared.tls.VersionLabels;
import dev.plumbline.observation.ssh.SshAlgorithms;
import dev.plumbline.observation.ssh.SshHostKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the results of scripts into facts. */
final class NmapScripts {
  private NmapScripts() {}

  /** Holds the facts of a script; what is no fact of its own comes back as findings. */
  static List<ScannerFinding> tell(
      ScriptTable script,
      Endpoint endpoint,
      Map<String, String> service,
      Instant seen,
      HeldFacts facts) {
    switch (script.id()) {
      case "ssl-enum-ciphers" -> suites(script.root(), endpoint, facts);
      case "ssl-cert" -> certificate(script.root(), endpoint, seen, facts);
      case "ssh2-enum-algos" -> algorithms(script.root(), endpoint, service, facts);
      case "ssh-hostkey" -> hostKeys(script.root(), endpoint, facts);
      default -> {
        return vulnerable(script);
      }
    }
    return List.of();
  }

  /** Nmap names the versions that it agreed on, and does not tell refusal from silence. */
  private static void suites(Node root, Endpoint endpoint, HeldFacts facts) {
    SuiteFacts suites = new SuiteFacts();
    for (String version : VersionLabels.ALL) {
      suites.undecided(
          version,
          version.equals("SSLv2")
              ? "ssl-enum-ciphers does not ask for it"
              : "not listed by ssl-enum-ciphers, which does not tell refusal from silence");
    }
    for (Node table : root.children()) {
      Optional<String> version = VersionLabels.label(table.key());
      if (version.isPresent()) {
        suites(table, version.get(), suites);
      }
    }
    if (root.children().stream().anyMatch(t -> VersionLabels.label(t.key()).isPresent())) {
      suites.tell(facts, endpoint.toString(), false);
    }
  }

  private static void suites(Node table, String version, SuiteFacts suites) {
    suites.accepts(version);
    for (Node row : table.child("ciphers").map(Node::children).orElse(List.of())) {
      // Nmap's own prefix for the suites of TLS 1.3.
      suites.suite(version, row.text("name").replaceFirst("^TLS_AKE_WITH_", "TLS_"));
      String exchange = row.text("kex_info");
      if (exchange.matches("dh \\d{1,5}")) {
        suites.field(Integer.parseInt(exchange.substring(3)));
      } else if (!exchange.isEmpty() && !exchange.startsWith("rsa")) {
        suites.group(exchange.replaceFirst("^ecdh_", ""));
      }
    }
    for (String compressor : table.texts("compressors")) {
      suites.weakness("compression", !compressor.equals("NULL"));
    }
  }

  private static void certificate(Node root, Endpoint endpoint, Instant seen, HeldFacts facts) {
    ReportedCertificate.parse(root.text("pem"))
        .flatMap(
            c -> ReportedCertificate.fact(List.of(c), false, seen, ReportedCertificate.day(seen)))
        .ifPresent(c -> ReportedCertificate.tell(facts, endpoint.toString(), c, false));
  }

  private static void algorithms(
      Node root, Endpoint endpoint, Map<String, String> service, HeldFacts facts) {
    List<String> kex = root.texts("kex_algorithms");
    if (kex.isEmpty()) {
      return;
    }
    String told = service.getOrDefault("extrainfo", "");
    boolean first = told.contains("protocol 1.");
    if (!first && !told.contains("protocol 2.0")) {
      facts.undetermined(
          SshAlgorithms.class,
          endpoint.toString(),
          "whether it speaks the first protocol too is not told; let Nmap detect versions (-sV)");
      return;
    }
    facts.seen(
        endpoint.toString(),
        new SshAlgorithms(
            Optional.empty(),
            Optional.empty(),
            Optional.of(first ? "1.99" : "2.0"),
            kex.stream().filter(k -> !isSignal(k)).toList(),
            root.texts("server_host_key_algorithms"),
            both(root, "encryption_algorithms"),
            both(root, "mac_algorithms"),
            both(root, "compression_algorithms"),
            Optional.of(kex.stream().filter(NmapScripts::isSignal).toList()),
            first,
            Optional.of(List.of("ssh2-enum-algos"))));
  }

  /** One list, or one for each direction where they differ. */
  private static List<String> both(Node root, String name) {
    Set<String> all = new LinkedHashSet<>(root.texts(name));
    all.addAll(root.texts(name + "_server_to_client"));
    all.addAll(root.texts(name + "_client_to_server"));
    return List.copyOf(all);
  }

  private static boolean isSignal(String name) {
    return SshSignals.isSignal(name);
  }

  private static void hostKeys(Node root, Endpoint endpoint, HeldFacts facts) {
    List<SshHostKeys.HostKey> keys = new ArrayList<>();
    for (Node row : root.children()) {
      Optional<byte[]> key = decoded(row.text("key"));
      if (key.isPresent() && row.text("bits").matches("\\d{1,6}")) {
        keys.add(
            new SshHostKeys.HostKey(
                row.text("type"), Integer.parseInt(row.text("bits")), Digest.of(key.get()).hex()));
      }
    }
    if (!keys.isEmpty()) {
      facts.seen(
          endpoint.toString(),
          new SshHostKeys(
              keys,
              Optional.empty(),
              keys.stream().map(SshHostKeys.HostKey::type).toList(),
              false));
    }
  }

  private static Optional<byte[]> decoded(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
      return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Scripts with Nmap's library for vulnerabilities say "VULNERABLE"; others say nothing of it. */
  private static List<ScannerFinding> vulnerable(ScriptTable script) {
    List<ScannerFinding> found = new ArrayList<>();
    for (Node entry : script.root().children()) {
      String state = entry.text("state").toUpperCase(Locale.ROOT);
      if (state.startsWith("VULNERABLE") || state.startsWith("LIKELY VULNERABLE")) {
        List<String> references = new ArrayList<>(entry.texts("ids"));
        references.addAll(entry.texts("refs"));
        found.add(
            new ScannerFinding(
                script.id(),
                entry.text("title"),
                ScannerSeverity.UNKNOWN,
                entry.key(),
                references));
      }
    }
    return List.copyOf(found);
  }
}
