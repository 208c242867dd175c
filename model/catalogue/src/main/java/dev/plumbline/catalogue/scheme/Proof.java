package dev.plumbline.catalogue.scheme;

import dev.plumbline.core.Attestor;
import dev.plumbline.core.TableRole;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What counts as proof that something asked is so. A statement without a file behind it never does.
 *
 * @param form what kind of thing shows it
 * @param says the same in a sentence, for people
 * @param accepts ways in which an entry of the dossier's schemes.yaml counts; one is enough
 * @param known what shows it by itself where all of it is known; empty where nothing does
 */
public record Proof(Form form, String says, List<Accepted> accepts, List<Known> known) {
  public Proof {
    accepts = List.copyOf(accepts);
    known = List.copyOf(known);
  }

  /** The kinds of thing that show something asked. */
  public enum Form {
    DOCUMENT,
    SOFTWARE_LIST,
    SCAN,
    /** Words of the maker in a file, such as a signed declaration. */
    STATEMENT,
    LABORATORY_TEST,
    PUBLIC_PAGE
  }

  /**
   * A way in which an entry counts.
   *
   * @param from who may say so
   * @param readAs observations, such as {@code software.components}: the evidence has to be what
   *     one of them was read from; empty where any file will do
   * @param ofSoftware whether the evidence has to name the software version under assessment
   */
  public record Accepted(Set<Attestor> from, List<Observed> readAs, boolean ofSoftware) {
    public Accepted {
      from = Set.copyOf(from);
      readAs = List.copyOf(readAs);
    }
  }

  /** A thing that Plumbline may know without an entry. */
  public sealed interface Known {}

  /**
   * An observation that was seen on the software under assessment.
   *
   * @param key such as {@code page.security-txt}
   * @param value values that it has to have
   * @param coverage what it has to have covered
   */
  public record Observed(String key, Map<String, String> value, Map<String, String> coverage)
      implements Known {
    public Observed {
      value = Map.copyOf(value);
      coverage = Map.copyOf(coverage);
    }
  }

  /**
   * A field of the IXIT that is filled in, such as {@code user-information/supportEnds}.
   *
   * @param table what the table is for; it has a single record
   */
  public record Declared(TableRole table, String field) implements Known {}
}
