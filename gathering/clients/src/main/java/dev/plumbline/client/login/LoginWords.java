package dev.plumbline.client.login;

import dev.plumbline.client.data.DataFile;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.yaml.YamlNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What devices say about a login, from {@code words.yaml}. */
public record LoginWords(
    List<String> refused,
    List<String> locked,
    List<BoundedPattern> userPrompts,
    List<BoundedPattern> passwordPrompts,
    List<BoundedPattern> shellPrompts) {
  /** The last part of a text is enough, and keeps patterns fast on hostile input. */
  private static final int TAIL = 2000;

  public LoginWords {
    refused = List.copyOf(refused);
    locked = List.copyOf(locked);
    userPrompts = List.copyOf(userPrompts);
    passwordPrompts = List.copyOf(passwordPrompts);
    shellPrompts = List.copyOf(shellPrompts);
  }

  public static LoginWords load() {
    YamlNode.Mapping file = DataFile.mapping(LoginWords.class, "words.yaml");
    YamlNode.Mapping telnet =
        file.mapping("telnet").orElseThrow(() -> new IllegalStateException("words.yaml: telnet"));
    return new LoginWords(
        file.texts("refused"),
        file.texts("locked"),
        patterns(telnet.texts("user")),
        patterns(telnet.texts("password")),
        patterns(telnet.texts("shell")));
  }

  /** The words by which a text refuses a login. */
  public Optional<String> refusal(String text) {
    return first(refused, text);
  }

  /** The words by which a text says that no more logins are taken for now. */
  public Optional<String> lock(String text) {
    return first(locked, text);
  }

  public boolean asksUser(String text) {
    return matches(userPrompts, text);
  }

  public boolean asksPassword(String text) {
    return matches(passwordPrompts, text);
  }

  public boolean isShell(String text) {
    return matches(shellPrompts, text);
  }

  private static Optional<String> first(List<String> words, String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return words.stream().filter(lower::contains).findFirst();
  }

  private static boolean matches(List<BoundedPattern> patterns, String text) {
    String tail = text.substring(Math.max(0, text.length() - TAIL));
    return patterns.stream().anyMatch(p -> p.matcher(tail).find());
  }

  private static List<BoundedPattern> patterns(List<String> texts) {
    return texts.stream().map(BoundedPattern::compile).toList();
  }
}
