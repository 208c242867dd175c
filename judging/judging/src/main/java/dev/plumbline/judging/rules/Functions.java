package dev.plumbline.judging.rules;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.exceptions.CelAttributeNotFoundException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionResolver;
import dev.cel.runtime.CelLateFunctionBindings;
import dev.plumbline.catalogue.Words;
import dev.plumbline.catalogue.Words.Topic;
import dev.plumbline.catalogue.crypto.AlgorithmList;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.catalogue.crypto.CryptoPolicy.Entry;
import dev.plumbline.catalogue.crypto.CryptoPolicy.Standing;
import dev.plumbline.core.BoundedPattern;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** The functions that rules may call beside those of CEL. */
final class Functions {
  /** Functions whose answer depends on the crypto policy and the day; bound at each evaluation. */
  static final List<String> OF_POLICY =
      List.of(
          "accepted",
          "attacked",
          "authenticated",
          "broken",
          "catalogued",
          "known",
          "namesRefused",
          "ofKind",
          "refused");

  private static final CelType TEXTS = ListType.create(SimpleType.STRING);

  private final Words words;

  Functions(Words words) {
    this.words = words;
  }

  static List<CelFunctionDecl> declarations() {
    return List.of(
        policy("accepted"),
        policy("broken"),
        policy("known"),
        policy("namesRefused"),
        function("ofKind", "ofKind_text_text", SimpleType.STRING, SimpleType.STRING),
        function("stated", "stated_text", SimpleType.STRING),
        function("nothing", "nothing_text", SimpleType.STRING),
        function("saysNone", "saysNone_text", SimpleType.STRING),
        function("limits", "limits_text", SimpleType.STRING),
        function("written", "written_text", SimpleType.STRING),
        function("settled", "settled_text", SimpleType.STRING),
        function("ownCryptography", "ownCryptography_text", SimpleType.STRING),
        function("namesPassword", "namesPassword_text", SimpleType.STRING),
        function("namesKey", "namesKey_text", SimpleType.STRING),
        function("symmetric", "symmetric_text", SimpleType.STRING),
        function("fromSource", "fromSource_text", SimpleType.STRING),
        function("attacked", "attacked_list", TEXTS),
        function("refused", "refused_list", TEXTS),
        function("catalogued", "catalogued_list", TEXTS),
        function("authenticated", "authenticated_list_list", TEXTS, TEXTS),
        function("claims", "claims_list_text", TEXTS, SimpleType.STRING),
        function("mentions", "mentions_text_list", SimpleType.STRING, TEXTS));
  }

  /** The words are a record of copied sets, so that the functions never change. */
  @SuppressWarnings("Immutable")
  List<CelFunctionBinding> bindings() {
    return List.of(
        CelFunctionBinding.from("stated_text", String.class, this::stated),
        CelFunctionBinding.from("nothing_text", String.class, words::isNothing),
        CelFunctionBinding.from("saysNone_text", String.class, words::saysNone),
        CelFunctionBinding.from("limits_text", String.class, t -> words.affirms(Topic.LIMITS, t)),
        CelFunctionBinding.from("written_text", String.class, this::written),
        CelFunctionBinding.from("settled_text", String.class, this::settled),
        CelFunctionBinding.from(
            "ownCryptography_text", String.class, t -> words.speaksOf(Topic.OWN_CRYPTOGRAPHY, t)),
        CelFunctionBinding.from(
            "namesPassword_text", String.class, t -> words.affirms(Topic.PASSWORDS, t)),
        CelFunctionBinding.from("namesKey_text", String.class, t -> words.affirms(Topic.KEYS, t)),
        CelFunctionBinding.from(
            "symmetric_text", String.class, t -> words.affirms(Topic.SYMMETRIC, t)),
        CelFunctionBinding.from(
            "fromSource_text", String.class, t -> words.affirms(Topic.SOURCE_CODE, t)),
        CelFunctionBinding.from("claims_list_text", List.class, String.class, Functions::claims),
        CelFunctionBinding.from(
            "mentions_text_list", String.class, List.class, Functions::mentions));
  }

  static CelFunctionResolver of(CryptoPolicy policy, LocalDate day) {
    return CelLateFunctionBindings.from(
        bound("accepted", policy, e -> e.isAcceptedOn(day)),
        bound("broken", policy, e -> e.standing() == Standing.BROKEN),
        bound("known", policy, e -> true),
        listed("attacked", policy, day, AlgorithmList::isAttacked),
        listed("refused", policy, day, AlgorithmList::isRefused),
        listed("catalogued", policy, day, AlgorithmList::isCatalogued),
        authenticated(policy, day),
        names(policy, day),
        kinds(policy));
  }

  /** The policy is a record of a copied map. */
  @SuppressWarnings("Immutable")
  private static CelFunctionBinding listed(
      String name, CryptoPolicy policy, LocalDate day, Predicate<AlgorithmList> test) {
    return CelFunctionBinding.from(
        name + "_list", List.class, l -> test.test(policy.list(texts(l), day)));
  }

  /**
   * Whether the algorithms can show where a message comes from, where that is claimed. Unknown
   * where the claims are not in words of the pro forma.
   */
  @SuppressWarnings("Immutable")
  private static CelFunctionBinding authenticated(CryptoPolicy policy, LocalDate day) {
    return CelFunctionBinding.from(
        "authenticated_list_list",
        List.class,
        List.class,
        (claims, algorithms) ->
            !((Boolean) claims(claims, "authenticity"))
                || policy.list(texts(algorithms), day).authenticates());
  }

  private static List<String> texts(List<?> list) {
    return list.stream().map(Object::toString).toList();
  }

  /** The policy is a record of a copied map. */
  @SuppressWarnings("Immutable")
  private static CelFunctionBinding bound(String name, CryptoPolicy policy, Predicate<Entry> test) {
    return CelFunctionBinding.from(
        name + "_text", String.class, a -> policy.entry(a).filter(test).isPresent());
  }

  /** The policy is a record of a copied map. */
  @SuppressWarnings("Immutable")
  private static CelFunctionBinding names(CryptoPolicy policy, LocalDate day) {
    return CelFunctionBinding.from(
        "namesRefused_text", String.class, t -> PolicyWords.namesRefused(policy, day, t));
  }

  /** The policy is a record of a copied map. */
  @SuppressWarnings("Immutable")
  private static CelFunctionBinding kinds(CryptoPolicy policy) {
    return CelFunctionBinding.from(
        "ofKind_text_text",
        String.class,
        String.class,
        (a, kind) -> policy.entry(a).filter(e -> e.kind().equals(kind)).isPresent());
  }

  /** Whether a text states something; unknown where it denies, postpones or only holds a place. */
  private Object stated(String text) {
    if (words.isNothing(text)) {
      return false;
    }
    if (!words.states(text)) {
      throw unknown("text");
    }
    return true;
  }

  /**
   * Whether a text gives a reason, which may be a denial; unknown where it repeats the question.
   */
  private Object written(String text) {
    if (words.isNothing(text)) {
      return false;
    }
    if (words.isOpen(text) || words.isBare(text) || words.speaksOf(Topic.AWAY, text)) {
      throw unknown("text");
    }
    return true;
  }

  /** True where a text states something; unknown everywhere else, so that it never refutes. */
  private Object settled(String text) {
    if (!words.states(text)) {
      throw unknown("text");
    }
    return true;
  }

  /**
   * Whether a list of words from the pro forma holds one. Where it does not, but holds words that
   * the pro forma does not know, the answer is unknown: they may mean the same.
   */
  private static Object claims(List<?> list, String word) {
    if (list.contains(word)) {
      return true;
    }
    if (list.stream().anyMatch(i -> i.toString().startsWith(Cells.UNRECOGNISED))) {
      throw unknown("list");
    }
    return false;
  }

  /** Whether a text holds one of the words as a whole word, whatever its case. */
  private static Object mentions(String text, List<?> list) {
    String lower = text.toLowerCase(Locale.ROOT);
    return list.stream()
        .map(w -> BoundedPattern.quote(w.toString().toLowerCase(Locale.ROOT)))
        .map(w -> "(?<![\\p{L}\\p{N}])" + w + "(?![\\p{L}\\p{N}])")
        .anyMatch(p -> BoundedPattern.compile(p).matcher(lower).find());
  }

  /** What CEL reports for a field that is absent; its logical operators then carry it on. */
  private static CelAttributeNotFoundException unknown(String what) {
    return CelAttributeNotFoundException.forMissingMapKey(what);
  }

  private static CelFunctionDecl policy(String name) {
    return function(name, name + "_text", SimpleType.STRING);
  }

  private static CelFunctionDecl function(String name, String overload, CelType... arguments) {
    return CelFunctionDecl.newFunctionDeclaration(
        name,
        CelOverloadDecl.newGlobalOverload(
            overload, SimpleType.BOOL, ImmutableList.copyOf(arguments)));
  }
}
