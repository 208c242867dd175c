package dev.plumbline.judging.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.types.CelKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How much work an expression may be for a large dossier, in steps. An estimate from above: a table
 * of fifty rows, a list of ten texts, a text of fifty characters.
 */
final class RuleCost {
  private static final Shape ONE = new Shape(1, 1, 1);
  private static final Shape NOTHING = new Shape(0, 0, 0);
  private static final Shape TEXT = new Shape(50, 1, 50);
  private static final Shape TEXTS = new Shape(10, 50, 500);
  private static final Shape ROW = new Shape(20, 50, 1_000);
  private static final Shape TABLE = new Shape(50, 1_000, 50_000);

  private final CelAbstractSyntaxTree ast;
  private final Map<String, Shape> scope = new HashMap<>();
  private double cost;

  private RuleCost(CelAbstractSyntaxTree ast) {
    this.ast = ast;
  }

  static double of(CelAbstractSyntaxTree ast) {
    RuleCost cost = new RuleCost(ast);
    cost.shape(ast.getExpr());
    return cost.cost;
  }

  /**
   * The size of a value.
   *
   * @param count elements of a list, characters of a text
   * @param each size of the largest element
   * @param total size of all
   */
  private record Shape(double count, double each, double total) {
    Shape plus(Shape other) {
      return new Shape(count + other.count, Math.max(each, other.each), total + other.total);
    }

    Shape or(Shape other) {
      return new Shape(
          Math.max(count, other.count), Math.max(each, other.each), Math.max(total, other.total));
    }

    Shape times(double often) {
      return new Shape(count * often, each, total * often);
    }

    Shape element() {
      return new Shape(each, each, each);
    }
  }

  /** The size of its value; adds its work. */
  private Shape shape(CelExpr expr) {
    cost++;
    return switch (expr.getKind()) {
      case CONSTANT -> constant(expr.constant());
      case IDENT -> scope.getOrDefault(expr.ident().name(), ROW);
      case SELECT -> select(expr);
      case CALL -> call(expr);
      case LIST -> all(expr.list().elements());
      case STRUCT -> all(expr.struct().entries().stream().map(e -> e.value()).toList());
      case MAP -> {
        List<CelExpr> both = new ArrayList<>();
        expr.map().entries().forEach(e -> both.addAll(List.of(e.key(), e.value())));
        yield all(both);
      }
      case COMPREHENSION -> comprehension(expr.comprehension());
      case NOT_SET -> ONE;
    };
  }

  private static Shape constant(CelConstant constant) {
    return switch (constant.getKind()) {
      case STRING_VALUE -> text(constant.stringValue().length());
      case BYTES_VALUE -> text(constant.bytesValue().size());
      default -> ONE;
    };
  }

  private static Shape text(double length) {
    return new Shape(length, 1, length);
  }

  private Shape all(List<CelExpr> elements) {
    Shape all = NOTHING;
    for (CelExpr element : elements) {
      double total = shape(element).total() + 1;
      all = all.plus(new Shape(1, total, total));
    }
    return all;
  }

  private Shape select(CelExpr expr) {
    CelExpr operand = expr.select().operand();
    shape(operand);
    boolean table =
        operand.getKind() == CelExpr.ExprKind.Kind.IDENT && operand.ident().name().equals("tables");
    return table ? TABLE : usual(expr);
  }

  /** What a value of that type is like in a dossier. */
  private Shape usual(CelExpr expr) {
    return switch (kind(expr)) {
      case STRING, BYTES -> TEXT;
      case LIST -> TEXTS;
      case BOOL, INT, UINT, DOUBLE, TIMESTAMP, DURATION, NULL_TYPE -> ONE;
      default -> ROW;
    };
  }

  private CelKind kind(CelExpr expr) {
    return ast.getType(expr.id()).map(t -> t.kind()).orElse(CelKind.DYN);
  }

  private Shape call(CelExpr expr) {
    CelCall call = expr.call();
    List<Shape> parts = new ArrayList<>();
    call.target().map(this::shape).ifPresent(parts::add);
    call.args().forEach(a -> parts.add(shape(a)));
    Shape sum = parts.stream().reduce(NOTHING, Shape::plus);
    return switch (call.function()) {
      case "_?_:_" -> parts.get(1).or(parts.get(2));
      case "_&&_", "_||_", "!_", "@not_strictly_false" -> ONE;
      case "_[_]" -> parts.getFirst().element();
      case "matches" -> {
        cost += parts.stream().mapToDouble(Shape::total).reduce(1, (a, b) -> a * b);
        yield ONE;
      }
      case "_+_" -> {
        cost += sum.total();
        yield isScalar(expr) ? ONE : sum;
      }
      default -> {
        cost += sum.total();
        yield isScalar(expr) ? ONE : sum.or(usual(expr));
      }
    };
  }

  private boolean isScalar(CelExpr expr) {
    return usual(expr).equals(ONE);
  }

  private Shape comprehension(CelComprehension loop) {
    Shape range = shape(loop.iterRange());
    Shape begin = shape(loop.accuInit());
    Optional<Shape> outerVar = Optional.ofNullable(scope.put(loop.iterVar(), range.element()));
    Optional<Shape> outerAccu = Optional.ofNullable(scope.put(loop.accuVar(), NOTHING));
    double before = cost;
    shape(loop.loopCondition());
    Shape step = shape(loop.loopStep());
    cost = before + (cost - before) * range.count();
    scope.put(loop.accuVar(), begin.plus(step.times(range.count())));
    Shape result = shape(loop.result());
    restore(loop.iterVar(), outerVar);
    restore(loop.accuVar(), outerAccu);
    return result;
  }

  private void restore(String name, Optional<Shape> outer) {
    outer.ifPresentOrElse(s -> scope.put(name, s), () -> scope.remove(name));
  }
}
