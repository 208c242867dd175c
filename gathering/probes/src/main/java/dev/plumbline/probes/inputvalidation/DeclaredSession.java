package dev.plumbline.probes.inputvalidation;

import dev.plumbline.client.http.HtmlPage;
import dev.plumbline.client.http.HtmlPage.LoginForm;
import dev.plumbline.client.http.HttpClient;
import dev.plumbline.client.http.HttpRequest;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.client.login.Challenge;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.probe.ProbeContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A declared login at one server. Each attempt is taken from the login budget. */
final class DeclaredSession {
  private final ProbeContext context;
  private final HttpClient client;

  DeclaredSession(ProbeContext context, HttpClient client) {
    this.context = context;
    this.client = client;
  }

  /** Whether an answer asks for a login. */
  static boolean isRefusal(HttpResponse answer, String path, String authority) {
    return answer.status() == 401
        || answer.status() == 403
        || answer.redirect().flatMap(to -> HtmlPage.local(path, to, authority)).isPresent();
  }

  /**
   * Header lines that open a guarded path, each with its line break; empty when no declared login
   * does.
   */
  Optional<String> open(String guarded) throws InterruptedException {
    for (Credential credential : context.product().credentials()) {
      try {
        HttpResponse refusal = client.get(guarded);
        if (!isRefusal(refusal, guarded, client.authority())) {
          return Optional.of("");
        }
        if (!context.takeLoginAttempt(client.endpoint() + " input-validation")) {
          return Optional.empty();
        }
        Optional<String> lines = lines(refusal, guarded, credential);
        if (lines.isPresent() && opens(guarded, lines.get())) {
          return lines;
        }
      } catch (IOException noAnswer) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean opens(String path, String lines) throws IOException, InterruptedException {
    HttpResponse answer = client.send(with(HttpRequest.get(path), lines)).response();
    return answer.isOk() && !answer.truncated();
  }

  /** A request with these header lines. */
  static HttpRequest with(HttpRequest request, String lines) {
    HttpRequest all = request;
    for (String line : lines.split("\r\n", -1)) {
      String[] sides = line.split(": ", 2);
      all = sides.length == 2 ? all.with(sides[0], sides[1]) : all;
    }
    return all;
  }

  private Optional<String> lines(HttpResponse refusal, String path, Credential credential)
      throws IOException, InterruptedException {
    List<String> schemes =
        Challenge.parse(refusal.all("www-authenticate")).stream().map(Challenge::scheme).toList();
    if (schemes.contains("bearer")) {
      return Optional.of("Authorization: Bearer " + clean(credential.password()) + "\r\n");
    }
    if (schemes.contains("basic")) {
      String pair = credential.user() + ":" + credential.password();
      return Optional.of(
          "Authorization: Basic "
              + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))
              + "\r\n");
    }
    Optional<String> login =
        refusal.redirect().flatMap(to -> HtmlPage.local(path, to, client.authority()));
    return login.isEmpty() ? Optional.empty() : byForm(login.get(), credential);
  }

  private Optional<String> byForm(String path, Credential credential)
      throws IOException, InterruptedException {
    Map<String, String> cookies = new LinkedHashMap<>();
    HttpResponse shown = client.get(path);
    shown.cookies().forEach(c -> cookies.put(c.name(), c.value()));
    HtmlPage page = HtmlPage.parse(shown.text(), path);
    Optional<LoginForm> form = page.loginForm().filter(f -> f.drivable() && f.post());
    Optional<String> target =
        form.flatMap(
            f ->
                f.action().isEmpty()
                    ? Optional.of(path)
                    : page.local(f.action(), client.authority()));
    if (form.isEmpty() || target.isEmpty()) {
      return Optional.empty();
    }
    Map<String, String> fields = new LinkedHashMap<>(form.get().fixed());
    form.get().userField().ifPresent(name -> fields.put(name, credential.user()));
    fields.put(form.get().passwordField(), credential.password());
    HttpRequest request = HttpRequest.postForm(target.get(), fields);
    HttpResponse answer = client.send(with(request, line(cookies))).response();
    answer.cookies().forEach(c -> cookies.put(c.name(), c.value()));
    cookies.values().forEach(context::redact);
    return cookies.isEmpty() ? Optional.empty() : Optional.of(line(cookies));
  }

  private static String line(Map<String, String> cookies) {
    return cookies.isEmpty()
        ? ""
        : "Cookie: "
            + cookies.entrySet().stream()
                .map(e -> clean(e.getKey() + "=" + e.getValue()))
                .collect(Collectors.joining("; "))
            + "\r\n";
  }

  private static String clean(String text) {
    return text.replaceAll("[\\r\\n]", "");
  }
}
