package dev.plumbline.importers.sshauditjson;

import static dev.plumbline.importers.shared.reading.Fields.text;

import dev.plumbline.core.ssh.SshSignals;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.importers.shared.network.HeldFacts;
import dev.plumbline.importers.shared.network.Urls;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.importing.format.JsonInput;
import dev.plumbline.importing.format.JsonShape;
import dev.plumbline.observation.ssh.SshAlgorithms;
import dev.plumbline.observation.ssh.SshHostKeys;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads the algorithms and host keys of ssh-audit; its judgement of them is left to checks. */
public final class SshAuditJsonImporter implements Importer {
  private static final ImporterSpec SPEC = ImporterSpec.load(SshAuditJsonImporter.class);

  @Override
  public ImporterSpec spec() {
    return SPEC;
  }

  @Override
  public boolean recognises(Head head) {
    JsonShape shape = JsonShape.of(head);
    return shape.has("/banner/raw", "/target", "/enc")
        || shape.has("/*/banner/raw", "/*/target", "/*/enc");
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    HeldFacts facts = new HeldFacts();
    List<String> targets = new ArrayList<>();
    JsonInput.read(
        in,
        Map.of(
            "",
            (part, line) -> {
              List<JsonNode> all = new ArrayList<>();
              if (part.isArray()) {
                part.forEach(all::add);
              } else {
                all.add(part);
              }
              for (JsonNode one : all) {
                String target = text(one, "target");
                if (target.isEmpty()) {
                  throw new MalformedImportException(
                      ImportRefusal.MALFORMED, "a result names no target", line, 0);
                }
                targets.add(target);
                if (reading.ofDevice(target)) {
                  server(one, target, facts, reading, line);
                }
              }
            }));
    if (targets.isEmpty()) {
      throw new MalformedImportException(ImportRefusal.EMPTY, "it has no result");
    }
    facts.tell(reading);
    reading.ran(new ToolRun("", "", String.join(" ", targets), Optional.empty()));
  }

  private static void server(
      JsonNode result, String target, HeldFacts facts, Reading reading, int line) {
    Optional<Endpoint> endpoint = Urls.parse("ssh://" + target).flatMap(Urls::endpoint);
    if (endpoint.isEmpty()) {
      reading.leftOut("a target without a port", line);
      return;
    }
    String subject = endpoint.get().toString();
    List<String> kex = names(result.path("kex"));
    if (kex.isEmpty()) {
      facts.undetermined(SshAlgorithms.class, subject, "the server offered no key exchange");
      return;
    }
    String protocol = text(result, "banner", "protocol");
    if (protocol.isEmpty()) {
      facts.undetermined(
          SshAlgorithms.class, subject, "whether it speaks the first protocol too is not told");
    } else {
      facts.seen(
          subject,
          new SshAlgorithms(
              Optional.of(text(result, "banner", "raw")),
              Optional.of(text(result, "banner", "software")),
              Optional.of(protocol),
              kex.stream().filter(k -> !isSignal(k)).toList(),
              names(result.path("key")),
              names(result.path("enc")),
              names(result.path("mac")),
              names(result.path("compression")),
              Optional.of(kex.stream().filter(SshAuditJsonImporter::isSignal).toList()),
              protocol.startsWith("1"),
              Optional.of(List.of("key exchange offer"))));
    }
    keys(result, subject, facts);
  }

  /** Newer versions write objects, older ones names. */
  private static List<String> names(JsonNode list) {
    List<String> names = new ArrayList<>();
    for (JsonNode entry : list) {
      String name = entry.isObject() ? text(entry, "algorithm") : text(entry);
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  private static boolean isSignal(String name) {
    return SshSignals.isSignal(name);
  }

  private static void keys(JsonNode result, String subject, HeldFacts facts) {
    List<SshHostKeys.HostKey> keys = new ArrayList<>();
    for (JsonNode print : result.path("fingerprints")) {
      String type = text(print, "hostkey");
      Optional<String> digest = hex(text(print, "hash"));
      if (text(print, "hash_alg").equals("SHA256") && digest.isPresent()) {
        keys.add(new SshHostKeys.HostKey(type, bits(result, type), digest.get()));
      }
    }
    if (!keys.isEmpty()) {
      facts.seen(
          subject,
          new SshHostKeys(
              keys,
              Optional.empty(),
              keys.stream().map(SshHostKeys.HostKey::type).toList(),
              false));
    }
  }

  private static int bits(JsonNode result, String type) {
    for (JsonNode key : result.path("key")) {
      String name = text(key, "algorithm");
      boolean rsa = type.equals("ssh-rsa") && name.startsWith("rsa-sha2-");
      if ((name.equals(type) || rsa) && key.path("keysize").isNumber()) {
        return key.path("keysize").asInt();
      }
    }
    return switch (type) {
      case "ssh-ed25519", "ecdsa-sha2-nistp256" -> 256;
      case "ecdsa-sha2-nistp384" -> 384;
      case "ecdsa-sha2-nistp521" -> 521;
      default -> 0;
    };
  }

  private static Optional<String> hex(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      return bytes.length == 32 ? Optional.of(HexFormat.of().formatHex(bytes)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
