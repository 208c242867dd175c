package dev.plumbline.importers.shared.findings;

import dev.plumbline.observation.network.ScanFindings;
import java.util.List;
import java.util.Optional;

/**
 * What a scanner says that it tried.
 *
 * @param tests their names, their number, or words
 * @param templates their number
 * @param plugins their number
 * @param scope in words
 */
public record Tried(
    Optional<Object> tests,
    Optional<Object> templates,
    Optional<Object> plugins,
    Optional<Long> pages,
    Optional<String> scope) {
  /** It says nothing. */
  public static final Tried UNTOLD =
      new Tried(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** Tests by name. */
  public Tried tests(List<String> names) {
    return new Tried(Optional.of(List.copyOf(names)), templates, plugins, pages, scope);
  }

  /** So many tests. */
  public Tried tests(long number) {
    return new Tried(Optional.of(number), templates, plugins, pages, scope);
  }

  /** Tests in words. */
  public Tried tests(String words) {
    return new Tried(Optional.of(words), templates, plugins, pages, scope);
  }

  public Tried templates(long number) {
    return new Tried(tests, Optional.of(number), plugins, pages, scope);
  }

  public Tried plugins(long number) {
    return new Tried(tests, templates, Optional.of(number), pages, scope);
  }

  public Tried pages(long number) {
    return new Tried(tests, templates, plugins, Optional.of(number), scope);
  }

  public Tried scope(String words) {
    return new Tried(tests, templates, plugins, pages, Optional.of(words));
  }

  ScanFindings found(List<ScanFindings.Finding> findings, Optional<Long> more) {
    return new ScanFindings(
        findings, more, tests, templates, plugins, pages, scope, Optional.empty());
  }
}
