package dev.plumbline.probes.httpsurface;

import dev.plumbline.client.disclosure.DisclosedFact;
import dev.plumbline.client.disclosure.Disclosures;
import dev.plumbline.client.disclosure.ReadableText;
import dev.plumbline.client.disclosure.ReadableText.Form;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.probe.ProbeContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads heads and bodies of answers, each body once, whatever its status, for what they give away.
 */
final class AnswerReading {
  private final ProbeContext context;
  private final Disclosures disclosures = Disclosures.load();
  private final Map<String, Set<DisclosedFact>> read = new HashMap<>();
  private final Set<DisclosedFact> facts = new LinkedHashSet<>();

  AnswerReading(ProbeContext context) {
    this.context = context;
  }

  /**
   * Reads an answer.
   *
   * @return the secrets and personal data in its body, by what they are
   */
  List<String> read(String path, HttpResponse response) {
    facts.addAll(disclosures.headers(response.headers(), context));
    Set<DisclosedFact> here = read.computeIfAbsent(response.text(), t -> told(path, response));
    facts.addAll(here);
    return here.stream()
        .filter(DisclosedFact::isPrivate)
        .map(DisclosedFact::what)
        .distinct()
        .toList();
  }

  /** What a body says without what it only repeats of the request. */
  private Set<DisclosedFact> told(String path, HttpResponse response) {
    Set<DisclosedFact> facts = new LinkedHashSet<>(body(path, response));
    String asked = decoded(path);
    facts.removeIf(fact -> fact.kind().equals("path") && asked.contains(fact.text()));
    return facts;
  }

  private static String decoded(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notCoded) {
      return path;
    }
  }

  private Set<DisclosedFact> body(String path, HttpResponse response) {
    String type = response.mediaType();
    if (type.startsWith("image/") && !type.contains("svg")) {
      return disclosures.picture(path, response.text(), context);
    }
    if (type.startsWith("video/") || type.startsWith("audio/") || type.startsWith("font/")) {
      return Set.of();
    }
    if (response.isHtml()) {
      Set<DisclosedFact> facts =
          new LinkedHashSet<>(disclosures.page(path, response.text(), context));
      // Many a small server calls its JSON a page.
      if (response.text().stripLeading().matches("(?s)[{\\[].*")) {
        facts.addAll(disclosures.read(new ReadableText(path, Form.DATA, response.text()), context));
      }
      return facts;
    }
    boolean code =
        (type.contains("javascript")
                || type.contains("css")
                || path.matches("(?i)[^?]*\\.(m?js|css)(\\?.*)?"))
            && !response.text().stripLeading().startsWith("{\"");
    String text = code ? path + "\n" + response.text() : response.text();
    return disclosures.read(new ReadableText(path, code ? Form.CODE : Form.DATA, text), context);
  }

  Set<DisclosedFact> facts() {
    return facts;
  }
}
