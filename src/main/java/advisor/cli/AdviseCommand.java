package advisor.cli;

import advisor.advice.Advice;
import advisor.audit.Decision;
import advisor.audit.Openings;
import advisor.audit.Question;
import advisor.catalog.Catalog;
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
    private final RecordOptions recordOptions = new RecordOptions();

    @Mixin
    private final Answer answer = new Answer();

    @Override
    public Integer call() {
        recordOptions.refuseIfUnusable();
        answer.beginRules();
        Decision decision = decision(answer.catalog());
        Advice advice = decision.advice();
        Paint paint = Ansi.AUTO.enabled() ? Paint.COLOURED : Paint.PLAIN;
        answer.print(() -> JsonReport.of(advice), language -> TextReport.of(advice, language, paint));
        return advice.complete() ? exitCode(advice) : ExitCode.DOES_NOT_LOAD;
    }

    private static int exitCode(Advice advice) {
        return advice.viable().isEmpty() ? ExitCode.NOTHING_VIABLE : ExitCode.OK;
    }

    /** Recorded before anything is said: there is no answer that a record was asked of and lacks. */
    private Decision decision(Catalog catalog) {
        Request request = requestOptions.request();
        ModelFacts described = ModelArgument.facts(request.model(), catalog);
        Question question = Question.of(requestOptions.fields(), request.asOf(), described);
        Openings openings = recordOptions.openings(question);
        Decision decision = Decision.of(question, catalog, answer.rules());
        recordOptions.record(decision, openings, answer.language());
        return decision;
    }
}
