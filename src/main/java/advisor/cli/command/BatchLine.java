package advisor.cli.command;

import advisor.advice.Advice;
import advisor.advice.Advisor;
import advisor.advice.survey.ModelChoice;
import advisor.catalog.Catalog;
import advisor.cli.option.ExitCode;
import advisor.cli.option.InputLines;
import advisor.cli.option.ModelArgument;
import advisor.report.brief.BriefLine;
import advisor.report.json.JsonReport;
import advisor.report.json.ModelsJson;
import advisor.request.BadRequestException;
import advisor.request.ModelList;
import advisor.request.Question;
import advisor.request.RequestLine;
import advisor.rules.RuleBook;
import advisor.rules.session.RuleFailure;
import advisor.text.Language;
import advisor.text.LoadException;
import advisor.text.Text;
import advisor.text.UnknownNameException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Answers a request of one line by an advice of one line, or by what is wrong with it. Safe for several threads. */
public final class BatchLine {
    private final Catalog catalog;
    private final Advisor advisor;
    private final String file;
    private final LocalDate today;
    private final boolean brief;

    /**
     * @param file what the input is called in messages
     * @param today the as-of date of requests that name none
     * @param brief whether an answer has but its first plans
     */
    public BatchLine(Catalog catalog, RuleBook rules, String file, LocalDate today, boolean brief) {
        this.brief = brief;
        this.catalog = catalog;
        this.advisor = new Advisor(catalog, brief ? rules.withoutNotes() : rules);
        this.file = file;
        this.today = today;
    }

    /** A line to print, and what the program should return if there were no other. */
    public record Answer(String json, int exitCode) {}

    /** The answer to a line that is not blank. */
    public Answer answer(InputLines.Line line) {
        try {
            return answer(ModelList.each(ModelArgument.named(fields(line), catalog)));
        } catch (BadRequestException e) {
            return bad(line, e.faults());
        } catch (UnknownNameException e) {
            return bad(line, List.of(new Text(e.message(Language.EN), e.message(Language.ZH))));
        } catch (LoadException e) {
            return bad(line, e.texts());
        } catch (RuleFailure e) {
            return new Answer(JsonReport.fault(line.number(), List.of(e.text())), ExitCode.DOES_NOT_LOAD);
        } catch (RuntimeException e) {
            // One request that meets a fault of ours must not take the others with it.
            Text fault = new Text("Internal fault: " + e, "内部错误：" + e);
            return new Answer(JsonReport.fault(line.number(), List.of(fault)), ExitCode.INTERNAL_FAULT);
        }
    }

    private Answer answer(List<Map<String, String>> each) {
        if (each.size() == 1) {
            Question question = ModelArgument.question(each.get(0), today, catalog);
            Advice advice = advisor.assess(question).advice();
            return answer(brief ? BriefLine.of(advice) : JsonReport.line(advice), advice.complete());
        }
        List<Question> questions =
                each.stream().map(fields -> Question.of(fields, today)).toList();
        ModelChoice choice = ModelChoice.of(advisor, questions);
        return answer(JsonReport.line(ModelsJson.tree(choice)), choice.complete());
    }

    private static Answer answer(String json, boolean complete) {
        return new Answer(json, complete ? ExitCode.OK : ExitCode.DOES_NOT_LOAD);
    }

    private Map<String, String> fields(InputLines.Line line) {
        String text = line.text();
        if (text == null) {
            throw new BadRequestException(List.of(
                    new Text("The line must be UTF-8 and no longer than a mebibyte.", "该行必须为 UTF-8 编码且不超过 1 MiB。")));
        }
        return RequestLine.parse(file, line.number(), text);
    }

    private static Answer bad(InputLines.Line line, List<Text> faults) {
        return new Answer(JsonReport.fault(line.number(), faults), ExitCode.BAD_REQUEST);
    }
}
