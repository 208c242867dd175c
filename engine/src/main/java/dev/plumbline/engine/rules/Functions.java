package dev.plumbline.engine.rules;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelErrorCode;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelEvaluationExceptionBuilder;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelFunctionResolver;
import dev.cel.runtime.CelLateFunctionBindings;
import dev.plumbline.catalogue.CryptoPolicy;
import dev.plumbline.catalogue.CryptoPolicy.Entry;
import dev.plumbline.catalogue.CryptoPolicy.Standing;
import dev.plumbline.catalogue.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The functions that rules may call beside those of CEL. */
final class Functions {
  /** Functions whose answer depends on the crypto policy and the day; bound at each evaluation. */
  static final List<String> OF_POLICY =
      List.of("accepted", "broken", "known", "namesRefused", "ofKind");

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
        function("claims", "claims_list_text", TEXTS, SimpleType.STRING),
        function("mentions", "mentions_text_list", SimpleType.STRING, TEXTS));
  }

  /** The words are a record of copied sets, so that the functions never change. */
  @SuppressWarnings("Immutable")
  List<CelFunctionBinding> bindings() {
    return List.of(
        CelFunctionBinding.from("stated_text", String.class, t -> !words.isNothing(t)),
        CelFunctionBinding.from("claims_list_text", List.class, String.class, Functions::claims),
        CelFunctionBinding.from(
            "mentions_text_list", String.class, List.class, Functions::mentions));
  }

  static CelFunctionResolver of(CryptoPolicy policy, LocalDate day) {
    return CelLateFunctionBindings.from(
        bound("accepted", policy, e -> e.isAcceptedOn(day)),
        bound("broken", policy, e -> e.standing() == Standing.BROKEN),
        bound("known", policy, e -> true),
        names(policy, day),
        kinds(policy));
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

  /**
   * Whether a list of words from the pro forma holds one. Where it does not, but holds words that
   * the pro forma does not know, the answer is unknown: they may mean the same.
   */
  private static Object claims(List<?> list, String word) throws CelEvaluationException {
    if (list.contains(word)) {
      return true;
    }
    if (list.stream().anyMatch(i -> i.toString().startsWith(Cells.UNRECOGNISED))) {
      throw unknown("the list holds words that are not of the pro forma");
    }
    return false;
  }

  /** Whether a text holds one of the words as a whole word, whatever its case. */
  private static Object mentions(String text, List<?> list) {
    String lower = text.toLowerCase(Locale.ROOT);
    return list.stream()
        .map(w -> "(?<!\\p{L})" + Pattern.quote(w.toString().toLowerCase(Locale.ROOT)))
        .anyMatch(p -> Pattern.compile(p).matcher(lower).find());
  }

  /** What CEL reports for a field that is absent; its logical operators then carry it on. */
  private static CelEvaluationException unknown(String why) {
    return CelEvaluationExceptionBuilder.newBuilder("%s", why)
        .setErrorCode(CelErrorCode.ATTRIBUTE_NOT_FOUND)
        .build();
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
