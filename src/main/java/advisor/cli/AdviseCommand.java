package advisor.cli;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.SensitivityAnalysis;
import advisor.catalog.Catalog;
import advisor.engine.RuleBook;
import advisor.model.ModelFacts;
import advisor.model.Request;
import advisor.report.JsonReport;
import advisor.report.Paint;
import advisor.report.TextReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;

/** {@code advisor advise}. */
@Command(name = "advise", description = "Judge every option for a request.", mixinStandardHelpOptions = true)
final class AdviseCommand implements Callable<Integer> {
    @Mixin
    private final RequestOptions requestOptions = new RequestOptions();

    @Mixin
    private final Answer answer = new Answer();

    @Override
    public Integer call() {
        Request request = requestOptions.request();
        Advice advice = advice(request, answer.catalog());
        Paint paint = Ansi.AUTO.enabled() ? Paint.COLOURED : Paint.PLAIN;
        answer.print(() -> JsonReport.of(advice), language -> TextReport.of(advice, language, paint));
        return advice.complete() ? exitCode(advice) : ExitCode.DOES_NOT_LOAD;
    }

    private static int exitCode(Advice advice) {
        return advice.viable().isEmpty() ? ExitCode.NOTHING_VIABLE : ExitCode.OK;
    }

    private Advice advice(Request request, Catalog catalog) {
        ModelFacts described = ModelArgument.facts(request.model(), catalog);
        RuleBook rules = answer.rules();
        Advisor advisor = new Advisor(catalog, rules);
        Advice advice = described == null ? advisor.advise(request) : advisor.advise(request, described);
        return new SensitivityAnalysis(catalog, rules).analysed(advice);
    }
}
