package dev.plumbline.judging.rules;

import dev.cel.common.CelErrorCode;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionResolver;
import dev.cel.runtime.CelVariableResolver;
import dev.cel.runtime.Program;
import java.util.List;
import java.util.Optional;

/**
 * A compiled expression.
 *
 * @param reads what it reads, each once, sorted
 * @param asksPolicy whether it calls a function of the crypto policy
 */
record Expression(Program program, List<Read> reads, boolean asksPolicy) {
  Expression {
    reads = List.copyOf(reads);
  }

  /**
   * The value.
   *
   * @return empty when it depends on something that is not declared
   * @throws CelEvaluationException if it fails for any other reason
   */
  Optional<Boolean> value(CelVariableResolver variables, CelFunctionResolver functions)
      throws CelEvaluationException {
    try {
      Object value = asksPolicy ? program.eval(variables, functions) : program.eval(variables);
      return Optional.of((Boolean) value);
    } catch (CelEvaluationException e) {
      if (e.getErrorCode() == CelErrorCode.ATTRIBUTE_NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }
}
