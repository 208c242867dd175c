package dev.plumbline.judging.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.catalogue.UnitScope;
import dev.plumbline.catalogue.Words;
import dev.plumbline.core.UnitId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Compiles expressions against the tables of one catalogue; each once, when it is first asked. */
final class RuleCompiler {
  /** A second or two of work, for rows and texts of a large dossier. */
  static final double MOST_STEPS = 100_000_000;

  private static final int MOST_TEXT = 10_000;
  private static final int MOST_ITERATIONS = 2_000_000;
  private static final CelOptions LIMITS =
      CelOptions.current()
          .comprehensionMaxIterations(MOST_ITERATIONS)
          .enableHeterogeneousNumericComparisons(true)
          .maxRegexProgramSize(5_000)
          .build();

  private final Catalogue catalogue;
  private final RuleTypes types;
  private final CelRuntime runtime;
  private final Map<Signature, CelCompiler> compilers = new ConcurrentHashMap<>();
  private final Map<Source, Expression> compiled = new ConcurrentHashMap<>();

  RuleCompiler(Catalogue catalogue, Words words) {
    this.catalogue = catalogue;
    this.types = new RuleTypes(catalogue);
    this.runtime =
        CelRuntimeFactory.plannerRuntimeBuilder()
            .setOptions(LIMITS)
            .setTypeProvider(types)
            .addFunctionBindings(new Functions(words).bindings())
            .addLateBoundFunctions(Functions.OF_POLICY)
            .build();
  }

  /**
   * An expression of a rule.
   *
   * @param part {@code select}, {@code known} or {@code holds}
   * @throws RuleException if it does not compile
   */
  Expression compile(UnitRule rule, String part, String text) {
    Source source = new Source(rule.unit(), text);
    Expression known = compiled.get(source);
    if (known != null) {
      return known;
    }
    Expression fresh = compileAnew(rule, part, text);
    compiled.put(source, fresh);
    return fresh;
  }

  private Expression compileAnew(UnitRule rule, String part, String text) {
    if (text.length() > MOST_TEXT) {
      throw new RuleException(
          rule, part, "has " + text.length() + " characters, and " + MOST_TEXT + " are allowed");
    }
    CelValidationResult result = compiler(signature(rule)).compile(text);
    if (result.hasError()) {
      String issues =
          result.getErrors().stream().map(RuleCompiler::issue).collect(Collectors.joining("; "));
      throw new RuleException(rule, part, issues);
    }
    try {
      CelAbstractSyntaxTree ast = result.getAst();
      if (!ast.getResultType().equals(SimpleType.BOOL)) {
        throw new RuleException(rule, part, "gives " + ast.getResultType().name() + ", not bool");
      }
      double steps = RuleCost.of(ast);
      if (steps > MOST_STEPS) {
        throw new RuleException(
            rule,
            part,
            String.format(
                Locale.ROOT,
                "may take %.0e steps for a large dossier, and %.0e are allowed; nest fewer loops and"
                    + " join fewer texts",
                steps,
                MOST_STEPS));
      }
      boolean asks = asksPolicy(ast);
      if (asks && part.equals("select")) {
        throw new RuleException(rule, part, "asks the crypto policy, which a selection must not");
      }
      return new Expression(runtime.createProgram(ast), reads(ast), asks);
    } catch (CelValidationException | CelEvaluationException e) {
      throw new RuleException(rule, part, String.valueOf(e.getMessage()));
    }
  }

  private Signature signature(UnitRule rule) {
    Optional<TestUnit> unit = catalogue.unit(rule.unit());
    String row = unit.flatMap(TestUnit::table).map(RuleTypes::name).orElse(RuleTypes.NO_ROW);
    String other =
        unit.filter(u -> u.scope() == UnitScope.PAIR)
            .flatMap(u -> u.alsoUses().stream().findFirst())
            .map(RuleTypes::name)
            .filter(types::has)
            .orElse(RuleTypes.NO_ROW);
    return new Signature(row, other);
  }

  private CelCompiler compiler(Signature signature) {
    return compilers.computeIfAbsent(
        signature,
        s ->
            CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setTypeProvider(types)
                .addVar("row", types.type(s.row()))
                .addVar("other", types.type(s.other()))
                .addVar("tables", types.type("Tables"))
                .addVar("product", types.type("Product"))
                .addVar("ics", types.type("Ics"))
                .addFunctionDeclarations(Functions.declarations())
                .build());
  }

  private static String issue(CelIssue issue) {
    CelSourceLocation at = issue.getSourceLocation();
    return issue.getMessage() + " (character " + (at.getColumn() + 1) + ")";
  }

  private static boolean asksPolicy(CelAbstractSyntaxTree ast) {
    return CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .map(n -> n.expr())
        .filter(e -> e.getKind() == ExprKind.Kind.CALL)
        .anyMatch(e -> Functions.OF_POLICY.contains(e.call().function()));
  }

  private static List<Read> reads(CelAbstractSyntaxTree ast) {
    return CelNavigableAst.fromAst(ast)
        .getRoot()
        .allNodes()
        .map(n -> n.expr())
        .filter(e -> e.getKind() == ExprKind.Kind.SELECT)
        .flatMap(e -> read(e).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static Optional<Read> read(CelExpr select) {
    CelExpr operand = select.select().operand();
    return operand.getKind() == ExprKind.Kind.IDENT
            && List.of("row", "other", "tables").contains(operand.ident().name())
        ? Optional.of(new Read(operand.ident().name(), select.select().field()))
        : Optional.empty();
  }

  /** The types of {@code row} and {@code other}. */
  private record Signature(String row, String other) {}

  /** The unit settles the types, so that the same text under it is the same expression. */
  private record Source(UnitId unit, String text) {}
}
